import type { Area, Checklist, Lens, LensGroup } from '#checklist/checklist-schema.ts';
import type { Result, Summary } from '#scoring/result.ts';
import type { Text } from '#shared/text.ts';
import { type Counts, countStates, type UndefinedReason, whyUndefined } from './counts.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { ItemReport } from './item-report.ts';

/** An area or a group of a lens: its figures as shown, and the reason where it has no score. */
export type GroupReport = {
  id: string;
  title: Text;
  figures: Figures;
  counts: Counts;
  undefinedFor: UndefinedReason | null;
};
export type AreaReport = GroupReport & { area: Area; items: ItemReport[] };
export type LensReport = { id: string; title: Text; groups: GroupReport[] };

export function areaReports(checklist: Checklist, items: ItemReport[], { claimed, supported }: Result): AreaReport[] {
  return checklist.areas.map(area => {
    const own = items.filter(item => item.area === area.id);
    const summary = claimed.areas[area.id];
    return {
      ...groupReport({ id: area.id, title: area.title }, own, summary, supported.areas[area.id]),
      ...{ area, items: own },
    };
  });
}

/** Lenses with groups of their own; crossed ones are a table of two others. */
export function lensReports(checklist: Checklist, items: ItemReport[], result: Result): LensReport[] {
  return checklist.lenses.flatMap(lens => ('groups' in lens ? [lensReport(lens, items, result)] : []));
}

function lensReport(
  { id, title, groups }: Extract<Lens, { groups: LensGroup[] }>,
  items: ItemReport[],
  { claimed, supported }: Result,
): LensReport {
  return {
    ...{ id, title },
    groups: groups.map(group => {
      const own = items.filter(({ item }) => item.tags?.some(tag => group.tags.includes(tag)));
      const title = { id: group.id, title: group.label };
      return groupReport(title, own, claimed.lenses[id]?.[group.id], supported.lenses[id]?.[group.id]);
    }),
  };
}

const undefinedSummary = { score: null, coverage: null, low: null, high: null } satisfies Summary;

function groupReport(
  heading: { id: string; title: Text },
  items: ItemReport[],
  summary: Summary = undefinedSummary,
  supported: number | null = null,
): GroupReport {
  const counts = countStates(items);
  const figures = figuresOf(summary, supported);
  return { ...heading, figures, counts, undefinedFor: figures.score === null ? whyUndefined(counts) : null };
}
