import type { Evidence } from '#assessment/evidence.ts';
import type { EvidenceKind } from '#checklist/checklist-schema.ts';
import type { IsoDay } from '#shared/iso-day.ts';

/** The level up to which evidence of a kind can support an answer, of 5. */
export const ceilings = {
  statement: 1,
  document: 2,
  operation: 3,
  measurement: 4,
  exercise: 4,
  event: 5,
  audit: 5,
} as const satisfies Record<EvidenceKind, number>;

/** 0–5: the highest ceiling among the evidence in force on the reference date, 0 without any. */
export function ceilingOf(evidence: Evidence[] | undefined, referenceDate: IsoDay): number {
  let highest = 0;
  for (const record of evidence ?? [])
    if (isInForce(record, referenceDate)) highest = Math.max(highest, ceilings[record.kind]);
  return highest;
}

/** A date that is missing does not limit. */
export function isInForce({ date, validUntil }: Evidence, referenceDate: IsoDay): boolean {
  return (date === undefined || date <= referenceDate) && (validUntil === undefined || referenceDate <= validUntil);
}
