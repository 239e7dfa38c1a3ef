/** The step from 0 to 5 by which every kind of item is shown: a maturity level on the usual scale is its own step. */
export function stepOfFraction(fraction: number): number {
  return Math.floor(fraction * 5 + 1e-9);
}
