/** Where the five bands of a heatmap begin, lowest first: this tool's own, whatever grades a checklist has. */
const starts = [0, 50, 60, 75, 90];

/** A band of shown scores. `to` is included between two bounds, not in `below`. */
export type HeatBand = { band: number; code: 'below' | 'between' | 'from'; from: number; to: number };

export const heatBands: HeatBand[] = starts.map((from, index) => {
  const next = starts[index + 1];
  if (next === undefined) return { band: index + 1, code: 'from', from, to: 100 };
  return index === 0
    ? { band: 1, code: 'below', from, to: next }
    : { band: index + 1, code: 'between', from, to: next - 0.1 };
});

/** 1 (below 50) to 5 (90 and above) of a shown score. */
export function heatBandOf(shownScore: number): number {
  return starts.filter(start => shownScore >= start).length;
}
