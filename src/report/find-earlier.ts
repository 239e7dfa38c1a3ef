import type { Assessment } from '#assessment/assessment.ts';

type Known = Omit<Assessment, 'answers'>;

/**
 * The assessment of the same unit before this one: the latest reference date before its own, a final one rather than an open one of the
 * same day. Undefined where there is none.
 */
export function findEarlier<K extends Known>(assessment: Known, known: readonly K[]): K | undefined {
  const { referenceDate } = assessment.setup;
  return known
    .filter(one => one.id !== assessment.id && one.setup.referenceDate < referenceDate && isSameUnit(one, assessment))
    .toSorted(latestFirst)[0];
}

/** By the code of the unit; where one of them has none, by the name of the city and the checklist. */
export function isSameUnit(a: Known, b: Known): boolean {
  if (a.setup.unitCode !== undefined && b.setup.unitCode !== undefined) return a.setup.unitCode === b.setup.unitCode;
  return a.setup.city === b.setup.city && a.checklist.id === b.checklist.id;
}

function latestFirst(a: Known, b: Known): number {
  const byDate = b.setup.referenceDate.localeCompare(a.setup.referenceDate);
  if (byDate !== 0) return byDate;
  if (a.state !== b.state) return a.state === 'final' ? -1 : 1;
  return b.changedAt.localeCompare(a.changedAt);
}
