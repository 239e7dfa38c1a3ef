import type { ItemScore } from './item-score.ts';
import type { Summary } from './result.ts';

export type GroupSummary = { claimed: Summary; supported: number | null };

/** The one summary of any group of items, be it an area, a lens group or the whole. Excluded items are left out. */
export function summarise(items: ItemScore[], weightOf: (item: ItemScore) => number): GroupSummary {
  const sums = { scored: 0, total: 0, claimed: 0, supported: 0 };
  for (const item of items) {
    if (item.state !== 'scored' && item.state !== 'open') continue;
    const weight = weightOf(item);
    sums.total += weight;
    sums.supported += weight * item.supported;
    if (item.fraction === null) continue;
    sums.scored += weight;
    sums.claimed += weight * item.fraction;
  }
  return { claimed: claimedOf(sums), supported: per100(sums.supported, sums.total) };
}

type Sums = { scored: number; total: number; claimed: number };

function claimedOf({ scored, total, claimed }: Sums): Summary {
  if (total === 0) return { score: null, coverage: null, low: null, high: null };
  const coverage = scored / total;
  const low = 100 * (claimed / total);
  return { score: per100(claimed, scored), coverage, low, high: low + 100 * (1 - coverage) };
}

/** Divided before it is multiplied, so that equal sums give 100 exactly. */
export function per100(part: number, whole: number): number | null {
  return whole === 0 ? null : 100 * (part / whole);
}
