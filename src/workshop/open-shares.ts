import type { ScoringInput } from '#scoring/item-score.ts';
import { scoreDetails } from '#scoring/score.ts';

/**
 * How much of the whole score each item leaves open, 0–1: all of its weight where it is not answered or not known, what is
 * claimed beyond the evidence where it is. Items that are excluded are left out.
 */
export function openShares(input: ScoringInput): Map<string, number> {
  const { items } = scoreDetails(input);
  return new Map(
    items.flatMap(({ id, state, fraction, supported, effectiveWeight }) => {
      if (state !== 'open' && state !== 'scored') return [];
      const open = fraction === null ? 1 : fraction - supported;
      return [[id, effectiveWeight * open]];
    }),
  );
}
