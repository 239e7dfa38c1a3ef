import type { Item } from '#checklist/checklist-schema.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Text } from '#shared/text.ts';
import { type CommonItem, commonGround, figuresOn, ownWeight, partOfWhole, type SideFigures } from './common-ground.ts';
import { type Compared, levelIn, scoreToCompare, sideOf, type ToCompare } from './compared.ts';
import type { ComparedSide, ItemRef, Standing } from './comparison-document.ts';
import { itemRef } from './what-else-changed.ts';

/** Figures as shown, one a side. */
export type LinedUpGroup = { id: string; title: Text; items: number; figures: SideFigures };
/** Null where the checklist of that side does not have the item, or asks something else under its id. */
export type LinedUpCell = { state: Standing; fraction: number | null; level: number | null } | null;
type LinedUpItem = ItemRef & { isCommon: boolean; cells: LinedUpCell[] };

/** Two to five assessments next to each other in the order they are given; like for like on the items that all have scored. */
export type LineUp = {
  sides: ComparedSide[];
  common: number;
  figures: SideFigures;
  areas: (LinedUpGroup & { code: string })[];
  lenses: { id: string; title: Text; groups: LinedUpGroup[] }[];
  items: LinedUpItem[];
};

/** The last one's checklist weighs and names. */
export function lineUp(given: readonly ToCompare[]): LineUp {
  const sides = given.map(scoreToCompare);
  const common = commonGround(sides);
  const shown = (items: CommonItem[], weightOf: (item: CommonItem) => number) =>
    figuresOn(items, weightOf, sides.length).map(({ claimed, supported }) => ({
      claimed: roundScore(claimed),
      supported: roundScore(supported),
    }));
  const group = (id: string, title: Text, items: CommonItem[], weightOf: (item: CommonItem) => number) =>
    items.length === 0 ? [] : [{ id, title, items: items.length, figures: shown(items, weightOf) }];
  const { areas = [], lenses = [] } = sides.at(-1)?.checklist ?? {};
  return {
    sides: sides.map(sideOf),
    common: common.length,
    figures: shown(common, partOfWhole),
    areas: areas.flatMap(({ id, code, title }) =>
      group(
        id,
        title,
        common.filter(({ area }) => area.id === id),
        ownWeight,
      ).map(each => ({ ...each, code })),
    ),
    lenses: lenses
      .flatMap(lens => ('groups' in lens ? [lens] : []))
      .map(({ id, title, groups }) => ({
        ...{ id, title },
        groups: groups.flatMap(each =>
          group(
            each.id,
            each.label,
            common.filter(({ item }) => item.tags?.some(tag => each.tags.includes(tag))),
            partOfWhole,
          ),
        ),
      }))
      .filter(({ groups }) => groups.length > 0),
    items: linedUpItems(sides, new Set(common.map(({ item }) => item.id))),
  };
}

/** Those that any side asks for: in the order of the last checklist, then what only the others have. */
function linedUpItems(sides: readonly Compared[], common: ReadonlySet<string>): LinedUpItem[] {
  const seen = new Set<string>();
  return sides.toReversed().flatMap(side =>
    [...side.items.values()].flatMap(({ item, area }) => {
      if (seen.has(item.id) || !sides.some(one => one.items.get(item.id)?.score)) return [];
      seen.add(item.id);
      return [
        {
          ...itemRef({ item, area }),
          isCommon: common.has(item.id),
          cells: sides.map(one => cellOf(one, item)),
        },
      ];
    }),
  );
}

function cellOf(side: Compared, { id, meaning }: Item): LinedUpCell {
  const standing = side.items.get(id);
  if (!standing || standing.item.meaning !== meaning) return null;
  const fraction = standing.score?.fraction ?? null;
  return {
    state: standing.state ?? 'out-of-scope',
    fraction,
    level: fraction === null ? null : levelIn(side, standing.item, fraction),
  };
}
