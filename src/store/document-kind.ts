import type { z } from 'zod';

/** What the journal needs to know of a kind of document: its shape, its changes and the fold that makes one of the other. */
export type DocumentKind<Document, Change> = {
  /** Stands in the first line of every file. */
  name: string;
  documentSchema: z.ZodType<Document>;
  changeSchema: z.ZodType<Change>;
  /** Pure; never alters what it is given. */
  apply: (document: Document | undefined, change: Change) => Document;
  /** Folds many changes quicker than `apply` one after the other; the outcome is the same. */
  fold?: (before: Document | undefined) => Fold<Document, Change>;
  /** The n-th makes a change of format n + 1 out of one of format n, counted from 1; files are never rewritten. */
  migrations: readonly ((change: unknown) => unknown)[];
};

/** `take` throws where `apply` would; the document is then the one before. */
export type Fold<Document, Change> = { take: (change: Change) => void; document: () => Document | undefined };

/** The format that is written. */
export function formatOf(kind: { migrations: readonly unknown[] }): number {
  return kind.migrations.length + 1;
}
