import { z } from 'zod';
import { evidenceFileSchema } from '#assessment/evidence-file.ts';
import { milestoneEntrySchema } from '#assessment/milestone.ts';
import { workshopIdSchema } from '#workshop/workshop.ts';

/** Raised when a program of before could not read a package any more, or would leave something of it behind unsaid. */
export const packageFormat = 2;

export const packageEntries = {
  manifest: 'manifest.json',
  journal: 'journal.jsonl',
  checklist: 'checklist.json',
  files: 'files/',
  /** Format 2: `<id>.json`, as the data folder has them. */
  milestones: 'milestones/',
  /** Format 2: `<sha256>.json`, the minutes of a workshop that is over, as the API gives them. */
  minutes: 'minutes/',
};

/** Only this much is sure to be there in a format to come. */
export const versionSchema = z.looseObject({ kind: z.literal('rencheng-package'), format: z.int().min(1) });

const { id, name, sha256, size } = milestoneEntrySchema.shape;
const firstFormat = {
  kind: z.literal('rencheng-package'),
  assessment: z.string(),
  city: z.string(),
  period: z.string(),
  exportedAt: z.iso.datetime(),
  seq: z.int().min(1),
  head: z.string(),
  files: z.array(z.strictObject({ ...evidenceFileSchema.shape, isMissing: z.boolean() })),
};

/** What is in a package; `isMissing`: it is named by the trail, and was not on the disk any more or not what it should be. */
export const manifestSchema = z.discriminatedUnion('format', [
  z.strictObject({ ...firstFormat, format: z.literal(1) }),
  z.strictObject({
    ...firstFormat,
    format: z.literal(packageFormat),
    /** Every one that the trail names; `sha256` is the one that it names and the report prints. */
    milestones: z.array(z.strictObject({ id, name, sha256, size, isMissing: z.boolean() })),
    /** `sha256` is of the bytes of the entry. */
    minutes: z.array(z.strictObject({ workshop: workshopIdSchema, title: z.string(), sha256, size })),
    /** Hashes of minutes that had been brought along and were altered on the disk or gone: they are not in the package. */
    missingMinutes: z.array(sha256).exactOptional(),
  }),
]);
export type Manifest = Extract<z.infer<typeof manifestSchema>, { format: typeof packageFormat }>;
