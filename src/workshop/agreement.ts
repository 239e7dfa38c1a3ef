import { z } from 'zod';
import { isBelow } from '#scoring/tolerance.ts';
import type { Counts } from './counts.ts';
import { type Measures, measuresOf } from './measures.ts';

/** Stored with every opinion: what "consensus" meant when it was said. Raise it with any change of the rules below. */
export const agreementRules = 'agreement/2';

export const verdictSchema = z.enum(['too-few', 'consensus', 'spread', 'split']);
export type Verdict = z.infer<typeof verdictSchema>;

export const badgeSchema = z.enum(['minority', 'outlier', 'department-gap']);
type Badge = z.infer<typeof badgeSchema>;

export type Agreement = { measures: Measures | null; verdict: Verdict; badges: Badge[] };

const votesForVerdict = 5;
const widthOfNarrowScale = 3;

/** `departmentMedians`: of the departments that are shown. It advises, it never blocks. */
export function agreementOf(counts: Counts, departmentMedians: readonly number[] = []): Agreement {
  const measures = measuresOf(counts);
  return {
    measures,
    verdict: measures ? verdictOf(measures, counts.length - 1) : 'too-few',
    badges: measures ? badgesOf(measures, counts.length - 1, departmentMedians) : [],
  };
}

/**
 * On 0–5 no room is both a consensus and split. On 0–3 the rescaled index calls a room split that stands on the two middle levels
 * only: there three quarters in two adjacent levels come first.
 */
function verdictOf(measures: Measures, width: number): Verdict {
  if (measures.n < votesForVerdict) return 'too-few';
  if (isConsensus(measures, width)) return 'consensus';
  return isSplit(measures) ? 'split' : 'spread';
}

/** The classic rule is published for panels of this size only. */
function isSplit({ n, di, ram }: Measures): boolean {
  return isBelow(1, di) || (n >= 8 && n <= 25 && ram.isSplit);
}

/** On a scale of four levels or fewer, "at most 1 from the median" holds nearly everybody: two adjacent levels count there, of two levels one. */
function isConsensus({ iqr, within1, far, adjacent, ram, n }: Measures, width: number): boolean {
  if (isBelow(1, iqr)) return false;
  if (width === 1) return !isBelow(Math.max(ram.low, ram.high) / n, 0.75);
  if (width <= widthOfNarrowScale) return !isBelow(adjacent, 0.75);
  return !isBelow(within1, 0.75) && isBelow(far, 0.15);
}

function badgesOf(measures: Measures, width: number, departmentMedians: readonly number[]): Badge[] {
  const badges: [Badge, boolean][] = [
    ['minority', hasMinority(measures, width)],
    ['outlier', measures.extremeVotes > 0],
    ['department-gap', departmentMedians.length > 1 && gapOf(departmentMedians) >= 2],
  ];
  return badges.flatMap(([badge, holds]) => (holds ? [badge] : []));
}

/** Two levels or more from the median; of two levels those on the smaller side, which is as far away as anybody can be there. */
function hasMinority({ n, far, farVotes, ram }: Measures, width: number): boolean {
  if (width > 1) return !isBelow(far, 0.15) && farVotes >= 2;
  const fewer = Math.min(ram.low, ram.high);
  return ram.low !== ram.high && !isBelow(fewer / n, 0.15) && fewer >= 2;
}

function gapOf(medians: readonly number[]): number {
  return Math.max(...medians) - Math.min(...medians);
}
