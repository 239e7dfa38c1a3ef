/** Votes per level, the scale's lowest level first; "unknown" is not among them. */
export type Counts = readonly number[];

export function totalOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

export function addCounts(a: Counts, b: Counts): number[] {
  return a.map((count, level) => count + (b[level] ?? 0));
}
