import { type Counts, totalOf } from './counts.ts';

/**
 * Consensus after Tastle and Wierman (2007), 0–1: for ordering and for before and after only, it has no published cut-offs.
 * Null without a vote.
 */
export function consensusIndex(counts: Counts): number | null {
  const n = totalOf(counts);
  if (n === 0) return null;
  const mean = counts.reduce((sum, count, level) => sum + level * count, 0) / n;
  const width = counts.length - 1;
  const terms = counts.map((count, level) =>
    count === 0 || count === n ? 0 : (count / n) * Math.log2(1 - Math.abs(level - mean) / width),
  );
  return Math.min(1, Math.max(0, 1 + totalOf(terms)));
}
