import { type ActionContent, costBounds } from '#assessment/action.ts';

type Cost = ActionContent['cost'];

/** In 万元; `to` is null where the last band has no upper bound. */
export type CostRange = { from: number; to: number | null };

/** The one figure that orders and budgets go by: the estimate, else the middle of the band; null without a cost or where a band has no end. */
export function costFigure(cost: Cost): number | null {
  if (!cost) return null;
  if (cost.estimate !== undefined) return cost.estimate;
  const { from, to } = costBounds[cost.band];
  return to === null ? null : (from + to) / 2;
}

/** What all of them cost together; those without a cost are counted in `missing`. */
export function sumOfCosts(costs: readonly Cost[]): CostRange & { missing: number } {
  const ranges = costs.flatMap(cost => (cost ? [rangeOf(cost)] : []));
  const ends = ranges.flatMap(({ to }) => (to === null ? [] : [to]));
  return {
    from: sum(ranges.map(({ from }) => from)),
    to: ends.length < ranges.length ? null : sum(ends),
    missing: costs.length - ranges.length,
  };
}

function rangeOf({ band, estimate }: NonNullable<Cost>): CostRange {
  return estimate === undefined ? costBounds[band] : { from: estimate, to: estimate };
}

/** To the hundred yuan, so that 0.1 and 0.2 make 0.3. */
function sum(parts: number[]): number {
  return Math.round(parts.reduce((all, part) => all + part, 0) * 100) / 100;
}
