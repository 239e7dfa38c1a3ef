import { z } from 'zod';
import { evidenceFileSchema } from '#assessment/evidence-file.ts';

/** Raised when a program of today could not read a package any more. */
export const packageFormat = 1;

export const packageEntries = {
  manifest: 'manifest.json',
  journal: 'journal.jsonl',
  checklist: 'checklist.json',
  files: 'files/',
};

/** Only this much is sure to be there in a format to come. */
export const versionSchema = z.looseObject({ kind: z.literal('rencheng-package'), format: z.int().min(1) });

/** What is in a package; `isMissing`: the file is named by a record and was not on the disk any more. */
export const manifestSchema = z.strictObject({
  kind: z.literal('rencheng-package'),
  format: z.literal(packageFormat),
  assessment: z.string(),
  city: z.string(),
  period: z.string(),
  exportedAt: z.iso.datetime(),
  seq: z.int().min(1),
  head: z.string(),
  files: z.array(z.strictObject({ ...evidenceFileSchema.shape, isMissing: z.boolean() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
