import type { Shown, Summary } from './result.ts';

/** The one rounding of scores: one decimal, half away from zero once binary noise is gone, never −0. */
export function roundScore(score: number): number;
export function roundScore(score: number | null): number | null;
export function roundScore(score: number | null): number | null {
  if (score === null) return null;
  const tenths = Math.floor(Math.abs(score) * 10 + 0.5 + 1e-9);
  return tenths === 0 ? 0 : (Math.sign(score) * tenths) / 10;
}

/** Coverage (0–1) as a whole per cent, rounded down so that 80 % is never shown before it is reached. */
export function roundCoverage(coverage: number | null): number | null {
  return coverage === null ? null : Math.floor(100 * coverage + 1e-9);
}

/** The difference of two shown numbers, itself shown: what a reader gets with pencil and paper. */
export function shownDifference(a: number, b: number): number {
  return roundScore(a - b);
}

export function shownOf({ score, low, high, coverage }: Summary): Shown {
  return { score: roundScore(score), low: roundScore(low), high: roundScore(high), coverage: roundCoverage(coverage) };
}
