import { type ItemScore, type ScoringInput, type Standing, scoreItem, standingOf } from './item-score.ts';

/** An area's items; `weight` is the area's own. */
type ItemsOfArea<I> = { id: string; weight: number; items: I[] };
export type AreaScore = ItemsOfArea<ItemScore>;
type StandingArea = ItemsOfArea<Standing>;

/** Every item of the checklist with its answer's worth and its weights. */
export function scoreAreas(input: ScoringInput): AreaScore[] {
  const areas = input.checklist.areas.map(({ id, weight, items }) => ({
    ...{ id, weight },
    items: items.map(item => standingOf(item, input)),
  }));
  const effectiveIn = partsOfWhole(areas, ({ state }) => state === 'scored' || state === 'open');
  const nominalIn = partsOfWhole(areas, ({ state }) => state !== 'excluded-by-fact');
  return areas.map(area => {
    const [effective, nominal] = [effectiveIn(area), nominalIn(area)];
    const score = (standing: Standing) =>
      scoreItem(standing, { effectiveWeight: effective(standing), nominalWeight: nominal(standing) }, input);
    return { id: area.id, weight: area.weight, items: area.items.map(score) };
  });
}

/** `(W/ΣW)·(w/Σw)` over the items that count and the areas where they weigh anything; 0 for everything else. */
function partsOfWhole(areas: StandingArea[], counts: (standing: Standing) => boolean) {
  const sums = new Map(areas.map(area => [area, sumOfWeights(area.items, counts)]));
  const whole = areas.reduce((sum, area) => sum + (sums.get(area) ? area.weight : 0), 0);
  return (area: StandingArea) => {
    const sum = sums.get(area) ?? 0;
    const share = whole === 0 ? 0 : area.weight / whole;
    return (standing: Standing): number => (counts(standing) && sum > 0 ? share * (standing.item.weight / sum) : 0);
  };
}

function sumOfWeights(standings: Standing[], counts: (standing: Standing) => boolean): number {
  let sum = 0;
  for (const standing of standings) if (counts(standing)) sum += standing.item.weight;
  return sum;
}
