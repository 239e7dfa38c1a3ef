import { z } from 'zod';
import type { Assessment } from '#assessment/assessment.ts';
import { evidenceSchema } from '#assessment/evidence.ts';
import { evidenceMark } from '#assessment/evidence-mark.ts';
import type { RegisteredEvidence } from '#assessment/evidence-register.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { validityOf } from '#scoring/evidence-validity.ts';

/** A record as the API gives it: how it stands on the reference date, and the items whose answers carry it. */
export const evidenceDocumentSchema = z.strictObject({
  ...evidenceSchema.shape,
  etag: z.string(),
  usedBy: z.array(z.string()),
  validity: z.enum(['in-force', 'expiring', 'undated', 'expired', 'later', 'never']),
  /** The level it supports, of 5; 0 where it does not count. */
  supports: z.int(),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

export function evidenceDocument({ record, usedBy }: RegisteredEvidence, { setup }: Assessment): EvidenceDocument {
  const { referenceDate } = setup;
  return {
    ...record,
    etag: evidenceMark(record),
    usedBy: usedBy.map(({ item }) => item),
    validity: validityOf(record, referenceDate),
    supports: ceilingOf([record], referenceDate),
  };
}
