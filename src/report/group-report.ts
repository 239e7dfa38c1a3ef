import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Item, Lens, LensGroup } from '#checklist/checklist-schema.ts';
import type { Result, Summary } from '#scoring/result.ts';
import type { Text } from '#shared/text.ts';
import { type Counts, countStates, type UndefinedReason, whyUndefined } from './counts.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { ItemReport } from './item-report.ts';

/** A group of items: its figures as shown, and the reason where it has no score. */
export type GroupFigures = { figures: Figures; counts: Counts; undefinedFor: UndefinedReason | null };
export type GroupReport = GroupFigures & { id: string; title: Text };
export type AreaReport = GroupReport & { area: Area; items: ItemReport[] };
/** `areasOutside`: areas of the whole checklist with items of this group that the scope leaves out. */
export type LensGroupReport = GroupReport & { items: ItemReport[]; areasOutside: string[] };
export type LensReport = { id: string; title: Text; groups: LensGroupReport[] };

export function areaReports(checklist: Checklist, items: ItemReport[], { claimed, supported }: Result): AreaReport[] {
  return checklist.areas.map(area => {
    const own = items.filter(item => item.area === area.id);
    return {
      ...{ id: area.id, title: area.title, area, items: own },
      ...groupFigures(own, claimed.areas[area.id], supported.areas[area.id]),
    };
  });
}

type Checklists = { checklist: Checklist; wholeChecklist: Checklist };

/** Lenses with groups of their own; crossed ones are heatmaps. */
export function lensReports(checklists: Checklists, items: ItemReport[], result: Result): LensReport[] {
  const outside = itemsOutside(checklists);
  return checklists.checklist.lenses.flatMap(lens =>
    'groups' in lens ? [lensReport(lens, items, { result, outside })] : [],
  );
}

type Outside = { area: string; item: Item }[];

function itemsOutside({ checklist, wholeChecklist }: Checklists): Outside {
  const inScope = new Set(itemsOf(checklist).map(({ id }) => id));
  return wholeChecklist.areas.flatMap(area =>
    area.items.filter(({ id }) => !inScope.has(id)).map(item => ({ area: area.id, item })),
  );
}

function lensReport(
  { id, title, groups }: Extract<Lens, { groups: LensGroup[] }>,
  items: ItemReport[],
  { result, outside }: { result: Result; outside: Outside },
): LensReport {
  return {
    ...{ id, title },
    groups: groups.map(group => {
      const belongs = ({ item }: { item: Item }) => item.tags?.some(tag => group.tags.includes(tag)) ?? false;
      const own = items.filter(belongs);
      const areasOutside = [...new Set(outside.filter(belongs).map(({ area }) => area))];
      return {
        ...{ id: group.id, title: group.label, items: own, areasOutside },
        ...groupFigures(own, result.claimed.lenses[id]?.[group.id], result.supported.lenses[id]?.[group.id]),
      };
    }),
  };
}

const undefinedSummary = { score: null, coverage: null, low: null, high: null } satisfies Summary;

export function groupFigures(
  items: ItemReport[],
  summary: Summary = undefinedSummary,
  supported: number | null = null,
): GroupFigures {
  const counts = countStates(items);
  const figures = figuresOf(summary, supported);
  return { figures, counts, undefinedFor: figures.score === null ? whyUndefined(counts, figures.coverage) : null };
}
