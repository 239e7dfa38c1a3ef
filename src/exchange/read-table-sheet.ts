import type { IncomingCells } from '#assessment/incoming.ts';
import type { MatrixItem } from '#assessment/matrix-cells.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Text } from '#shared/text.ts';
import { columnIdOf, marks, parseRowKey } from './pack-format.ts';
import type { AnswersRead } from './read-answers-sheet.ts';
import type { SheetCell, SheetView } from './sheet-view.ts';
import { type Read, readNumber } from './typed-cells.ts';

/** A table as a sheet shows it; `isRows`: some rows of it, and not the answer as a whole. */
export type TableRead = {
  itemId: string;
  baseRev: number;
  isRows: boolean;
  cells: IncomingCells;
  place: string;
  places: Record<string, string>;
};

/** Undefined where the sheet belongs to no table of this assessment; what is wrong is noted. */
export function readTableSheet(
  view: SheetView,
  { assessmentId, checklist, faults }: AnswersRead,
): TableRead | undefined {
  const keyed = view.columns.filter(name => name !== marks.table).map(parseRowKey);
  const key = keyed.find(found => found !== undefined);
  const item = key && findItem(checklist, key.itemId);
  const rev = view.columns.map(name => /^rev:(\d{1,9})$/.exec(name)?.[1]).find(found => found !== undefined);
  const place = `${view.name}!A1`;
  if (key?.assessmentId !== assessmentId || rev === undefined) {
    faults.add(place, foreignTable);
    return undefined;
  }
  if (item?.kind !== 'matrix') {
    faults.add(place, noSuchTable, key.itemId);
    return undefined;
  }
  const isRows = view.columns.includes('rows');
  return { ...{ itemId: item.id, baseRev: Number(rev), isRows, place }, ...readCells(view, item, faults) };
}

function readCells(view: SheetView, item: MatrixItem, faults: AnswersRead['faults']) {
  const cells: Record<string, Record<string, number | null>> = {};
  const places: Record<string, string> = {};
  const columnIds = view.columns.flatMap(name => columnIdOf(name) ?? []);
  for (const row of view.rows) {
    const rowId = view.key(row).text.trim();
    if (rowId === '') continue;
    if (cells[rowId]) faults.add(view.key(row).place, rowTwice, item.id);
    const values = columnIds.map((columnId): [string, number | null] => {
      const cell = view.cell(row, `column:${columnId}`);
      places[`value.${rowId}.${columnId}`] = cell.place;
      return [columnId, faults.take(readPoints(cell), { cell, itemId: item.id, instead: null })];
    });
    cells[rowId] = Object.fromEntries(values);
  }
  return { cells, places };
}

function readPoints(cell: SheetCell): Read<number | null> {
  const read = readNumber(cell);
  if (!read.ok) return read;
  return read.value === undefined || Number.isInteger(read.value)
    ? { ok: true, value: read.value ?? null }
    : { ok: false, message: noWholeNumber };
}

const foreignTable: Required<Text> = {
  zh: '这张表不属于本次评价，或隐藏的标识被改动过，没有读取',
  en: 'this table is not of this assessment, or its hidden marks were altered; it was not read',
};
const noSuchTable: Required<Text> = {
  zh: '本次评价的检查表或范围里没有这张表',
  en: 'the checklist or the scope of this assessment has no such table',
};
const noWholeNumber: Required<Text> = {
  zh: '须为整数；不知道的留空',
  en: 'must be a whole number; leave empty what is not known',
};
const rowTwice: Required<Text> = { zh: '这一行出现了两次', en: 'this row stands here twice' };
