/** One line of `RESULTS.md`: what was measured, beside a baseline of the same run. */
export type Row = { what: string; measured: string; baseline: string; ratio: string; target: string; met: boolean };

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
