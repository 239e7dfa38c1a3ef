import type { Checklist, Lens, LensGroup } from '#checklist/checklist-schema.ts';
import type { Result } from '#scoring/result.ts';
import type { Text } from '#shared/text.ts';
import { type GroupFigures, groupFigures } from './group-report.ts';
import type { ItemReport } from './item-report.ts';

export type HeatLine = { id: string; label: Text };
export type HeatCell = GroupFigures & { column: string };

/** A crossed lens: each cell is the group `row/column` of scoring's result. */
export type HeatmapReport = {
  id: string;
  title: Text;
  columns: HeatLine[];
  rows: (HeatLine & { cells: HeatCell[] })[];
};

type Crossed = Extract<Lens, { rows: string }>;

export function heatmapReports(checklist: Checklist, items: ItemReport[], result: Result): HeatmapReport[] {
  return checklist.lenses.flatMap(lens => ('rows' in lens ? [heatmapReport(lens, { checklist, items, result })] : []));
}

type Given = { checklist: Checklist; items: ItemReport[]; result: Result };

function heatmapReport({ id, title, rows, columns }: Crossed, given: Given): HeatmapReport {
  const across = groupsOf(columns, given.checklist);
  return {
    ...{ id, title },
    columns: across.map(lineOf),
    rows: groupsOf(rows, given.checklist).map(row => {
      const inRow = { ...given, items: given.items.filter(({ item }) => carries(item.tags, row)) };
      const cells = across.map(column => ({ column: column.id, ...cellFigures(id, [row, column], inRow) }));
      return { ...lineOf(row), cells };
    }),
  };
}

function groupsOf(lensId: string, { lenses }: Checklist): LensGroup[] {
  return lenses.flatMap(lens => (lens.id === lensId && 'groups' in lens ? lens.groups : []));
}

function lineOf({ id, label }: LensGroup): HeatLine {
  return { id, label };
}

function cellFigures(
  lensId: string,
  [row, column]: [row: LensGroup, column: LensGroup],
  { items, result }: Given,
): GroupFigures {
  const own = items.filter(({ item }) => carries(item.tags, column));
  const group = `${row.id}/${column.id}`;
  return groupFigures(own, result.claimed.lenses[lensId]?.[group], result.supported.lenses[lensId]?.[group]);
}

function carries(tags: string[] | undefined, group: LensGroup): boolean {
  return tags?.some(tag => group.tags.includes(tag)) ?? false;
}
