import { costFigure } from './action-cost.ts';
import { afterActions } from './action-effect.ts';
import type { Candidate, SetProblem } from './best-set.ts';
import type { ItemScore } from './item-score.ts';
import { stepsByItem } from './steps-by-item.ts';

/** One way to act on an item: what it costs, in hundreds of yuan, and what it brings to the whole, 0–100. */
export type Option = { cost: number; value: number; ids: readonly string[] };

/**
 * The ways to act on each item that can be part of a best set, cheapest first. Low and supported score are sums over items whose weights no
 * action changes, so what one item brings does not depend on what is done on another, and a way that costs more and brings no more can go.
 */
export function optionsByItem({ items, checklist, objective, candidates }: SetProblem): Option[][] {
  const scores = new Map(items.map(score => [score.id, score]));
  const groups = [...stepsByItem(candidates)].map(([itemId, steps]) => {
    const score = scores.get(itemId);
    if (!score) return [];
    const worth = (chosen: Candidate[]) =>
      100 * score.effectiveWeight * (figure(afterActions(score, chosen, checklist)) - figure(score));
    return undominated(subsetsOf(steps).map(chosen => optionOf(chosen, worth(chosen))));
  });
  return groups.filter(options => options.length > 0);

  function figure({ fraction, supported }: ItemScore): number {
    return objective === 'low' ? (fraction ?? 0) : supported;
  }
}

/** More than binary noise. */
const noise = 1e-9;

/** Each brings more than all that cost no more than it, and something at all; of equals the one with fewer actions, then the first. */
export function undominated<T extends Option>(options: T[]): T[] {
  const sorted = options.toSorted((a, b) => a.cost - b.cost || b.value - a.value || a.ids.length - b.ids.length);
  let best = 0;
  return sorted.filter(({ value }) => {
    if (value <= best + noise) return false;
    best = value;
    return true;
  });
}

function optionOf(chosen: Candidate[], value: number): Option {
  const cost = chosen.reduce((sum, one) => sum + hundreds(costFigure(one.cost) ?? 0), 0);
  return { cost, value, ids: chosen.map(({ id }) => id) };
}

/** 万元 in hundreds of yuan: whole numbers add up exactly. */
export function hundreds(cost: number): number {
  return Math.round(cost * 100);
}

/** All but the empty one; at most ten actions stand on one item (`actionLimits.perItem`). */
function subsetsOf<T>(all: readonly T[]): T[][] {
  const subsets: T[][] = [[]];
  for (const one of all) subsets.push(...subsets.map(subset => [...subset, one]));
  return subsets.slice(1);
}
