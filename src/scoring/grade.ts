import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Summary } from './result.ts';
import { shownDifference } from './rounding.ts';
import { isBelow } from './tolerance.ts';

/** The best band that a shown score reaches. */
export function bandReached({ grades }: Checklist, shown: number | null): string | null {
  return shown === null ? null : (grades.find(({ from }) => shown >= from)?.id ?? null);
}

export type NoGrade = 'nothing-weighed' | 'coverage-too-low' | 'too-much-excluded';

/** Why there is no grade, claimed or supported; null when there is one. */
export function whyNoGrade(checklist: Checklist, { coverage, low }: Summary, excludedShare: number): NoGrade | null {
  if (low === null || coverage === null) return 'nothing-weighed';
  if (isBelow(coverage, checklist.minimumCoverage)) return 'coverage-too-low';
  return isBelow(checklist.maximumExcluded, excludedShare) ? 'too-much-excluded' : null;
}

/** The grade, not better than the checklist's cap where a bottom line fails. */
export function capGrade({ grades, bottomLine }: Checklist, grade: string | null, failing: string[]): string | null {
  if (grade === null || bottomLine?.cap === undefined || failing.length === 0) return grade;
  const rank = (id: string) => grades.findIndex(band => band.id === id);
  return rank(bottomLine.cap) > rank(grade) ? bottomLine.cap : grade;
}

export type NextBand = { id: string; from: number; missing: number };

/** The next better band above the shown low and how much of a shown score is missing to it; null in the best one or without a low. */
export function nextBand({ grades }: Checklist, shownLow: number | null): NextBand | null {
  if (shownLow === null) return null;
  const better = grades.findLast(({ from }) => from > shownLow);
  return better
    ? { id: better.id, from: better.from, missing: shownDifference(firstShown(better.from), shownLow) }
    : null;
}

/** The least score of one decimal that reaches the band. */
function firstShown(from: number): number {
  return Math.ceil(from * 10 - 1e-9) / 10;
}
