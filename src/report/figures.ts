import type { Shown, Summary } from '#scoring/result.ts';
import { roundCoverage, roundScore } from '#scoring/rounding.ts';

/** The figures of a group as shown. */
export type Figures = Shown & { supported: number | null };

export function figuresOf({ score, low, high, coverage }: Summary, supported: number | null): Figures {
  return {
    score: roundScore(score),
    low: roundScore(low),
    high: roundScore(high),
    coverage: roundCoverage(coverage),
    supported: roundScore(supported),
  };
}
