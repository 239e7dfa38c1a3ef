import { type Counts, totalOf } from './counts.ts';
import { quantile } from './quantile.ts';

/** All in levels above the lowest of the scale; shares are 0–1. */
export type Measures = {
  n: number;
  median: number;
  q1: number;
  q3: number;
  iqr: number;
  /** Share at most 1 from the median. */
  within1: number;
  /** Share 2 or more from the median. */
  far: number;
  /** How many are 2, and how many 3 or more from the median. */
  farVotes: number;
  extremeVotes: number;
  /** The largest share in two adjacent levels. */
  adjacent: number;
  p30: number;
  p70: number;
  /** The spread that counts as disagreement at this place of the scale (RAND/UCLA). */
  ipras: number;
  /** Disagreement index: above 1 the room disagrees. */
  di: number;
  /** The classic rule of the RAND/UCLA method: this many at both ends. */
  ram: { threshold: number; low: number; high: number; isSplit: boolean };
};

/** Null without a vote. Rules and sources: design/workshop.md, Measures. */
export function measuresOf(counts: Counts): Measures | null {
  const n = totalOf(counts);
  if (n === 0) return null;
  const median = quantile(counts, 0.5);
  const [q1, q3] = [quantile(counts, 0.25), quantile(counts, 0.75)];
  const [p30, p70] = [quantile(counts, 0.3), quantile(counts, 0.7)];
  const ipras = iprasOf(counts.length - 1, (p30 + p70) / 2);
  const farVotes = votesFrom(counts, median, 2);
  return {
    ...{ n, median, q1, q3, iqr: q3 - q1 },
    within1: (n - votesFrom(counts, median, 1 + 1e-9)) / n,
    far: farVotes / n,
    ...{ farVotes, extremeVotes: votesFrom(counts, median, 3) },
    adjacent: mostAdjacent(counts) / n,
    ...{ p30, p70, ipras, di: (p70 - p30) / ipras },
    ram: ramOf(counts, n),
  };
}

/** The method's 2.35 and middle are those of the scale 1–9, which is 8 wide. */
function iprasOf(width: number, centre: number): number {
  return (2.35 * width) / 8 + 1.5 * Math.abs(width / 2 - centre);
}

function votesFrom(counts: Counts, median: number, distance: number): number {
  return totalOf(counts.filter((_count, level) => Math.abs(level - median) >= distance));
}

function mostAdjacent(counts: Counts): number {
  return Math.max(...counts.map((count, level) => count + (counts[level + 1] ?? 0)));
}

/** The outer thirds of the scale: 0–1 and 4–5 of 0–5, the ends alone of 0–3. */
function ramOf(counts: Counts, n: number): Measures['ram'] {
  const third = Math.max(1, Math.floor(counts.length / 3));
  const threshold = Math.floor((n + 1) / 3);
  const low = totalOf(counts.slice(0, third));
  const high = totalOf(counts.slice(-third));
  return { threshold, low, high, isSplit: low >= threshold && high >= threshold };
}
