import { z } from 'zod';
import type { RecordsOutcome } from '../import/import-tickets.ts';
import type { RecordsNow } from '../import/records-view.ts';
import type { TakenPackage } from '../import/take-package.ts';
import { importDiffSchema, importOutcomeSchema } from './import-document.ts';

/** What came along with an assessment that was unknown here. */
export const arrivedSchema = z.strictObject({
  assessment: z.string(),
  changes: z.int().min(1),
  files: z.strictObject({ taken: z.int().min(0), missing: z.int().min(0) }),
  milestones: z.strictObject({ taken: z.int().min(0), missing: z.int().min(0) }),
  minutes: z.int().min(0),
});

const outcomeSchema = z.strictObject({
  taken: z.array(z.string()),
  notTaken: z.array(z.strictObject({ name: z.string(), reason: z.enum(['conflicting', 'held', 'not-stored']) })),
});

/** What a package has that the assessment here has not, and what was recorded of it. */
export const knownSchema = z.strictObject({
  assessment: z.string(),
  diff: importDiffSchema,
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      sha256: z.string(),
      now: z.enum(['new', 'same', 'missing', 'conflicting']),
    }),
  ),
  minutes: z.array(
    z.strictObject({ sha256: z.string(), title: z.string(), now: z.enum(['new', 'same', 'held', 'missing']) }),
  ),
  recorded: importOutcomeSchema.optional(),
  records: outcomeSchema.optional(),
});

type Arrived = Extract<TakenPackage, { kind: 'arrived' }>;

export function arrivedDocument({ assessmentId, changes, files, records }: Arrived): z.infer<typeof arrivedSchema> {
  return {
    ...{ assessment: assessmentId, changes, minutes: records.minutes },
    files: { taken: files.taken, missing: files.missing },
    milestones: { taken: records.milestones, missing: records.missing },
  };
}

/** As they stand by now. */
export function recordsDocument(
  { milestones, minutes }: RecordsNow,
  outcome: RecordsOutcome | undefined,
): Pick<z.infer<typeof knownSchema>, 'milestones' | 'minutes' | 'records'> {
  return {
    milestones: milestones.map(({ entry: { id, name, sha256 }, now }) => ({ id, name, sha256, now: now.kind })),
    minutes: minutes.map(({ brought, now }) => ({ sha256: brought.sha256, title: brought.summary.title, now })),
    ...(outcome ? { records: outcome } : {}),
  };
}
