import type { TypedItem } from '#assessment/incoming.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { FaultsOfFile } from './faults-of-file.ts';
import { type KeyedRow, keyedRows } from './keyed-rows.ts';
import { findOption, type KnownIn, plainWords, reasonOf, unitsOf } from './known-words.ts';
import type { SheetView } from './sheet-view.ts';
import { type Read, readNumber, readText, shortened } from './typed-cells.ts';

export type AnswersRead = KnownIn & { assessmentId: string; faults: FaultsOfFile };

/** What stands in a row, without evidence and table. */
export type AnswerRow = Omit<TypedItem, 'records' | 'cells'>;

/** The answers of a sheet by item. */
export function readAnswersSheet(view: SheetView, read: AnswersRead): Map<string, AnswerRow> {
  const { assessmentId, wordings, faults } = read;
  const heads = wordings.map(({ t }) => t('pack.column.answer'));
  const isHead = (row: number) => heads.includes(view.cell(row, 'answer').text);
  const typedColumns = ['answer', 'value', 'reason', 'note'];
  const rows = new Map<string, AnswerRow>();
  for (const keyed of keyedRows(view, { assessmentId, typedColumns, isHead }, faults)) {
    const known = rows.get(keyed.itemId);
    if (known) faults.add(keyed.place, duplicate(known.place), keyed.itemId);
    else rows.set(keyed.itemId, readRow(view, keyed, read));
  }
  return rows;
}

function readRow(view: SheetView, { row, itemId, place }: KeyedRow, read: AnswersRead): AnswerRow {
  const { faults, wordings, checklist } = read;
  const cells = {
    ...{ rev: view.cell(row, 'rev'), answer: view.cell(row, 'answer'), value: view.cell(row, 'value') },
    ...{ reason: view.cell(row, 'reason'), note: view.cell(row, 'note') },
  };
  const item = findItem(checklist, itemId);
  const text = (cell: 'answer' | 'reason' | 'note') =>
    faults.take(readText(cells[cell]), { cell: cells[cell], itemId, instead: '' });
  const baseRev = faults.take(readRev(cells.rev), { cell: cells.rev, itemId, instead: 0 });
  const chosen = text('answer');
  const option = item && chosen !== '' ? findOption(chosen, item, read) : undefined;
  if (item && chosen !== '' && !option) faults.add(cells.answer.place, notInList(chosen), itemId);
  const figure = item
    ? faults.take(figureOf(cells.value, item), { cell: cells.value, itemId, instead: undefined })
    : undefined;
  const note = text('note');
  const reason = text('reason');
  return {
    ...{ type: 'typed', itemId, baseRev, place },
    answer: option?.answer ?? null,
    value: figure ?? option?.value,
    reason: option?.answer === 'withheld' ? reasonOf(reason, wordings) : reason,
    note: isKept(note, read) ? 'kept' : { text: note },
    places: Object.fromEntries(Object.entries(cells).map(([part, cell]) => [part, cell.place])),
  };
}

function readRev(cell: ReturnType<SheetView['cell']>): Read<number> {
  return /^\d{1,9}$/.test(cell.text) ? { ok: true, value: Number(cell.text) } : { ok: false, message: brokenRev };
}

function figureOf(cell: ReturnType<SheetView['cell']>, item: Item): Read<number | undefined> {
  if (item.kind === 'metric' || item.kind === 'deduction') return readNumber(cell, unitsOf(item));
  return cell.kind === 'empty' && !cell.isMerged ? { ok: true, value: undefined } : { ok: false, message: noFigure };
}

/** The sentence that stands where a note was too long for a cell. */
function isKept(note: string, { wordings }: AnswersRead): boolean {
  if (!/^[（(].*\d+.*[）)]$/s.test(note)) return false;
  const plain = plainWords(note).replace(/\d+/g, '0');
  return wordings.some(({ t }) => plainWords(t('pack.note.too-long', { count: 0 })) === plain);
}

export function duplicate(place: string) {
  return {
    zh: `这一项在 ${place} 已有一行，不知道以哪一行为准`,
    en: `this item has a row at ${place} already, so it is not known which one counts`,
  };
}

export function notInList(text: string) {
  return {
    zh: `“${shortened(text)}”不在下拉列表里，请从列表中选`,
    en: `"${shortened(text)}" is not in the list; choose from it`,
  };
}

export const brokenRev = {
  zh: '这一行隐藏的版本号被改动过，没有读取',
  en: 'the hidden revision of this row was altered; it was not read',
};
const noFigure = { zh: '这一项不填数值', en: 'this item takes no figure' };
