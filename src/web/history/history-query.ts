import { assessmentChangeSchema } from '#assessment/assessment.ts';
import type { HistoryFilter } from '#assessment/history-filter.ts';
import { findArea, findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { isoDaySchema } from '#shared/iso-day.ts';

export const historyFields = ['area', 'item', 'kind', 'by', 'from', 'to', 'q'] as const;
export type HistoryField = (typeof historyFields)[number];
type TypedFilter = Record<HistoryField, string>;

export type HistoryQuery = {
  typed: TypedFilter;
  /** Fields whose value cannot be used; they are left out of the filter. */
  wrong: ReadonlySet<HistoryField>;
  filter: HistoryFilter;
  page: number;
};

/** What a person may be looking for: the whole checklist, items that only earlier versions have, and who made changes. */
type Known = { checklist: Checklist; former: ReadonlySet<string>; people: ReadonlySet<string> };

const maxText = 100;
export const changeKinds = assessmentChangeSchema.options.map(option => option.shape.type.value);

/** The query of an address, which may be anything. */
export function readHistoryQuery(query: Record<string, unknown>, known: Known): HistoryQuery {
  const typed = typedFilter(query);
  const wrong = new Set(historyFields.filter(field => typed[field] !== '' && !isUsable(field, typed, known)));
  const used = (field: HistoryField) => (typed[field] === '' || wrong.has(field) ? undefined : typed[field]);
  return {
    typed,
    wrong,
    page: pageOf(query.page),
    filter: {
      items: itemsIn(used('area'), used('item'), known),
      kind: changeKinds.find(kind => kind === used('kind')),
      by: used('by'),
      from: used('from'),
      to: used('to'),
      text: used('q'),
    },
  };
}

/** The usable part again as an address, for links to the same filter. */
export function filterAddress({ typed, wrong }: HistoryQuery, more: Record<string, string> = {}): string {
  const used = historyFields.filter(field => typed[field] !== '' && !wrong.has(field));
  return new URLSearchParams({ ...Object.fromEntries(used.map(field => [field, typed[field]])), ...more }).toString();
}

function typedFilter(query: Record<string, unknown>): TypedFilter {
  const text = (field: HistoryField) => textOf(query[field]);
  return {
    ...{ area: text('area'), item: text('item'), kind: text('kind'), by: text('by') },
    ...{ from: text('from'), to: text('to'), q: text('q') },
  };
}

/** A field that is there twice has a value that nothing is called. */
function textOf(value: unknown): string {
  return (Array.isArray(value) ? value.join(' + ') : typeof value === 'string' ? value : '').trim();
}

function isUsable(field: HistoryField, typed: TypedFilter, { checklist, former, people }: Known): boolean {
  switch (field) {
    case 'area':
      return findArea(checklist, typed.area) !== undefined;
    case 'item':
      return former.has(typed.item) || findItem(checklist, typed.item) !== undefined;
    case 'kind':
      return changeKinds.some(kind => kind === typed.kind);
    case 'by':
      return people.has(typed.by);
    case 'from':
      return isoDaySchema.safeParse(typed.from).success;
    case 'to':
      return isoDaySchema.safeParse(typed.to).success && !isBefore(typed.to, typed.from);
    case 'q':
      return typed.q.length <= maxText;
  }
}

function isBefore(to: string, from: string): boolean {
  return isoDaySchema.safeParse(from).success && to < from;
}

/** A former item stands in no area of the present version. */
function itemsIn(area: string | undefined, item: string | undefined, { checklist }: Known) {
  if (area === undefined) return item === undefined ? undefined : new Set([item]);
  const inArea = findArea(checklist, area)?.items ?? [];
  return new Set(inArea.map(({ id }) => id).filter(id => item === undefined || id === item));
}

function pageOf(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 1;
}
