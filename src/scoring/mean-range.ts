/** A value with its weight in a mean. */
export type Part = { value: number; weight: number };
export type Range = [number | null, number | null];

/**
 * The least and the greatest weighted mean when each weight may move by `by` of itself independently. Each weight then
 * stands at one of its bounds, and a threshold between the values tells which: so every split is tried, nothing else.
 */
export function meanRange(parts: Part[], by: number): Range {
  const rising = parts.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  if (rising.length === 0) return [null, null];
  return [extreme(rising, by, Math.min), extreme(rising.toReversed(), by, Math.max)];
}

/** All weights at their lower bounds, then one after another raised to its upper bound. */
function extreme(parts: Part[], by: number, better: (a: number, b: number) => number): number {
  let weights = 0;
  let sum = 0;
  for (const { value, weight } of parts) {
    weights += weight * (1 - by);
    sum += weight * (1 - by) * value;
  }
  let best = sum / weights;
  for (const { value, weight } of parts) {
    weights += weight * 2 * by;
    sum += weight * 2 * by * value;
    best = better(best, sum / weights);
  }
  return best;
}
