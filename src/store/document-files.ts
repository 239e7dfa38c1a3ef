import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentKind } from './document-kind.ts';
import type { JournalSource } from './journal-line.ts';

/** Beside each other in one folder. */
export type DocumentFiles<D, C> = { source: JournalSource<D, C>; snapshotFile: string };

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
const filePattern = /^(?<id>[A-Za-z0-9_-]{1,64})\.jsonl?$/;

export function documentFiles<D, C>(folder: string, kind: DocumentKind<D, C>, id: string): DocumentFiles<D, C> {
  if (!idPattern.test(id)) throw new Error(`"${id}" cannot be the name of a file`);
  return {
    source: { id, kind, file: path.join(folder, `${id}.jsonl`) },
    snapshotFile: path.join(folder, `${id}.json`),
  };
}

/** Every id that has a journal or a snapshot. */
export async function listDocumentIds(folder: string): Promise<string[]> {
  const ids = (await readdir(folder)).map(name => filePattern.exec(name)?.groups?.id ?? '');
  return [...new Set(ids)].filter(id => id !== '');
}
