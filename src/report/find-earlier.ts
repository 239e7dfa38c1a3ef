import type { Assessment } from '#assessment/assessment.ts';
import { isSameUnit } from './is-same-unit.ts';

type Known = Omit<Assessment, 'answers'>;

/**
 * The assessment of the same unit before this one: the latest reference date before its own, a final one rather than an open one of the
 * same day. Undefined where there is none.
 */
export function findEarlier<K extends Known>(assessment: Known, known: readonly K[]): K | undefined {
  const { referenceDate } = assessment.setup;
  return known
    .filter(
      one =>
        one.id !== assessment.id &&
        one.setup.referenceDate < referenceDate &&
        isSameUnit([unitOf(one), unitOf(assessment)]),
    )
    .toSorted(latestFirst)[0];
}

function unitOf({ setup: { unitCode, city }, checklist }: Known) {
  return { unitCode, city, checklist };
}

function latestFirst(a: Known, b: Known): number {
  const byDate = b.setup.referenceDate.localeCompare(a.setup.referenceDate);
  if (byDate !== 0) return byDate;
  if (a.state !== b.state) return a.state === 'final' ? -1 : 1;
  return b.changedAt.localeCompare(a.changedAt);
}
