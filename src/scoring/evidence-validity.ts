import type { Evidence } from '#assessment/evidence.ts';
import { daysBetween, type IsoDay } from '#shared/iso-day.ts';
import { isInForce } from './evidence-ceiling.ts';

/**
 * How a record stands on the reference date. Not counted: `expired`, `later` (dated after it), `never` (it ended before it began).
 * Counted but to be looked at: `expiring` within 90 days after it, `undated`.
 */
export type EvidenceValidity = 'in-force' | 'expiring' | 'undated' | 'expired' | 'later' | 'never';

const daysOfNotice = 90;

export function validityOf(record: Evidence, referenceDate: IsoDay): EvidenceValidity {
  const { date, validUntil } = record;
  if (date !== undefined && validUntil !== undefined && validUntil < date) return 'never';
  if (!isInForce(record, referenceDate)) return date !== undefined && date > referenceDate ? 'later' : 'expired';
  if (date === undefined && validUntil === undefined) return 'undated';
  return validUntil !== undefined && daysBetween(referenceDate, validUntil) <= daysOfNotice ? 'expiring' : 'in-force';
}

export function countsWith(validity: EvidenceValidity): boolean {
  return validity === 'in-force' || validity === 'expiring' || validity === 'undated';
}
