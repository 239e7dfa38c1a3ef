import { evidenceIdSchema } from '#assessment/evidence.ts';
import type { IncomingRecord } from '#assessment/incoming.ts';
import { type KeyedRow, keyedRows } from './keyed-rows.ts';
import { findKind } from './known-words.ts';
import type { AnswersRead } from './read-answers-sheet.ts';
import type { SheetView } from './sheet-view.ts';
import { readDay, readText, shortened } from './typed-cells.ts';

const texts = ['title', 'number', 'keptAt', 'link'] as const;
const days = ['date', 'validUntil'] as const;
const columns = ['kind', ...texts, ...days] as const;

/** The records of a sheet by item; an empty row that was empty before says nothing. */
export function readEvidenceSheet(
  view: SheetView,
  read: AnswersRead & { date1904: boolean },
): Map<string, IncomingRecord[]> {
  const { assessmentId, wordings, faults } = read;
  const heads = wordings.map(({ t }) => t('pack.evidence.title'));
  const isHead = (row: number) => heads.includes(view.cell(row, 'title').text);
  const records = new Map<string, IncomingRecord[]>();
  for (const keyed of keyedRows(view, { assessmentId, typedColumns: columns, isHead }, faults)) {
    const record = readRow(view, keyed, read);
    if (!record) continue;
    const known = records.get(keyed.itemId) ?? [];
    if (record.id !== undefined && known.some(({ id }) => id === record.id))
      faults.add(record.place, twice, keyed.itemId);
    records.set(keyed.itemId, [...known, record]);
  }
  return records;
}

function readRow(
  view: SheetView,
  { row, itemId, place }: KeyedRow,
  read: AnswersRead & { date1904: boolean },
): IncomingRecord | undefined {
  const { faults, date1904 } = read;
  const id = idOf(view.cell(row, 'record').text);
  const places = Object.fromEntries(columns.map(column => [column, view.cell(row, column).place]));
  const cells = columns.map(column => view.cell(row, column));
  if (cells.every(({ text, isMerged }) => text.trim() === '' && !isMerged))
    return id === undefined ? undefined : { id, content: null, place, places };
  const optional = (entries: [string, string | undefined][]) =>
    Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
  const textOf = (column: (typeof columns)[number]) => {
    const cell = view.cell(row, column);
    return faults.take(readText(cell), { cell, itemId, instead: '' });
  };
  const dayOf = (column: (typeof days)[number]) => {
    const cell = view.cell(row, column);
    return faults.take(readDay(cell, date1904), { cell, itemId, instead: undefined });
  };
  const chosen = textOf('kind');
  const kind = findKind(chosen, read.wordings);
  if (!kind) faults.add(view.cell(row, 'kind').place, chosen === '' ? noKind : unknownKind(chosen), itemId);
  const content = {
    kind: kind ?? 'statement',
    title: textOf('title'),
    ...optional([...texts.slice(1).map((column): [string, string] => [column, textOf(column)])]),
    ...optional(days.map((column): [string, string | undefined] => [column, dayOf(column)])),
  };
  return { id, content, place, places };
}

function idOf(text: string): string | undefined {
  return evidenceIdSchema.safeParse(text.trim()).data;
}

const twice = {
  zh: '这份佐证有两行，不知道以哪一行为准',
  en: 'this record has two rows, so it is not known which one counts',
};
const noKind = { zh: '请选择佐证种类', en: 'choose the kind of evidence' };

function unknownKind(text: string) {
  return {
    zh: `没有“${shortened(text)}”这种佐证，请从列表中选`,
    en: `there is no kind "${shortened(text)}"; choose from the list`,
  };
}
