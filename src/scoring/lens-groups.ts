import type { Lens, LensGroup } from '#checklist/checklist-schema.ts';
import type { ItemScore } from './item-score.ts';

type Groups = [groupId: string, items: ItemScore[]][];

/** Of each lens the items of each group; a crossed lens has a group `row/column` for each pair. */
export function groupByLenses(lenses: Lens[], items: ItemScore[]): [lensId: string, groups: Groups][] {
  const tagged = byTag(items);
  const plain = new Map(
    lenses.flatMap(lens =>
      'groups' in lens ? [[lens.id, lens.groups.map(group => plainGroup(group, tagged))] as const] : [],
    ),
  );
  return lenses.map(lens => [
    lens.id,
    'groups' in lens ? (plain.get(lens.id) ?? []) : cross(plain.get(lens.rows) ?? [], plain.get(lens.columns) ?? []),
  ]);
}

function byTag(items: ItemScore[]): Map<string, ItemScore[]> {
  const tagged = new Map<string, ItemScore[]>();
  for (const item of items) {
    for (const tag of item.item.tags ?? []) {
      const same = tagged.get(tag);
      if (same) same.push(item);
      else tagged.set(tag, [item]);
    }
  }
  return tagged;
}

function plainGroup({ id, tags }: LensGroup, tagged: Map<string, ItemScore[]>): Groups[number] {
  const lists = tags.map(tag => tagged.get(tag) ?? []);
  return [id, lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())]];
}

function cross(rows: Groups, columns: Groups): Groups {
  const columnSets = columns.map(([columnId, inColumn]) => [columnId, new Set(inColumn)] as const);
  return rows.flatMap(([rowId, inRow]) =>
    columnSets.map(([columnId, inColumn]): Groups[number] => [
      `${rowId}/${columnId}`,
      inRow.filter(item => inColumn.has(item)),
    ]),
  );
}
