import type { Area, Item } from '#checklist/checklist-schema.ts';
import type { ItemScore } from '#scoring/item-score.ts';
import { per100 } from '#scoring/summary.ts';
import type { Compared, StandingItem } from './compared.ts';

/** An item on which all can be compared: as the newest checklist has it, with one score a side. */
export type CommonItem = {
  item: Item;
  area: Area;
  /** Its part of the whole, 0 to 1: `(W/ΣW)·(w/Σw)` over the common items alone, by the newest checklist. */
  weight: number;
  scores: ItemScore[];
};

/** A figure a side; null where the items weigh nothing. */
export type SideFigures = { claimed: number | null; supported: number | null }[];

/** The same question still: ids and meaning numbers agree. */
export function isEquivalent(a: StandingItem | undefined, b: StandingItem | undefined): boolean {
  return a !== undefined && b !== undefined && a.item.meaning === b.item.meaning;
}

/** The items that are equivalent in all and scored in all, in the order of the last one's checklist, which also weighs them. */
export function commonGround(sides: readonly Compared[]): CommonItem[] {
  const newest = sides.at(-1);
  if (!newest) return [];
  const found = [...newest.items.values()].flatMap(({ item, area, ...newestItem }) => {
    const standings = sides.map(side => side.items.get(item.id));
    if (!standings.every(standing => isEquivalent(standing, { item, area, ...newestItem }))) return [];
    const scores = standings.flatMap(standing => (standing?.score?.state === 'scored' ? [standing.score] : []));
    return scores.length === sides.length ? [{ item, area, scores }] : [];
  });
  return weigh(found);
}

/** What the items come to on each side, by the given weights. */
export function figuresOn(
  items: readonly CommonItem[],
  weightOf: (item: CommonItem) => number,
  sides: number,
): SideFigures {
  const whole = items.reduce((sum, item) => sum + weightOf(item), 0);
  return Array.from({ length: sides }, (_, side) => {
    const sumOf = (worth: (score: ItemScore) => number) =>
      items.reduce((sum, item) => {
        const score = item.scores[side];
        return sum + (score ? weightOf(item) * worth(score) : 0);
      }, 0);
    return {
      claimed: per100(
        sumOf(({ fraction }) => fraction ?? 0),
        whole,
      ),
      supported: per100(
        sumOf(({ supported }) => supported),
        whole,
      ),
    };
  });
}

/** Its weight within its area. */
export function ownWeight({ item }: CommonItem): number {
  return item.weight;
}

export function partOfWhole({ weight }: CommonItem): number {
  return weight;
}

function weigh(found: Omit<CommonItem, 'weight'>[]): CommonItem[] {
  const inArea = new Map<string, number>();
  for (const { item, area } of found) inArea.set(area.id, (inArea.get(area.id) ?? 0) + item.weight);
  const areas = new Map(found.map(({ area }) => [area.id, area]));
  const whole = [...areas.values()].reduce((sum, { id, weight }) => sum + ((inArea.get(id) ?? 0) > 0 ? weight : 0), 0);
  return found.map(each => {
    const own = inArea.get(each.area.id) ?? 0;
    return { ...each, weight: own > 0 && whole > 0 ? (each.area.weight / whole) * (each.item.weight / own) : 0 };
  });
}
