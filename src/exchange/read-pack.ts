import type { Assessment } from '#assessment/assessment.ts';
import type { Incoming, IncomingRecord, TypedItem } from '#assessment/incoming.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { FaultsOfFile } from './faults-of-file.ts';
import type { KnownIn } from './known-words.ts';
import { marks, packFormat } from './pack-format.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { type AnswerRow, type AnswersRead, readAnswersSheet } from './read-answers-sheet.ts';
import { readEvidenceSheet } from './read-evidence-sheet.ts';
import { readTableSheet, type TableRead } from './read-table-sheet.ts';
import { refusedFile } from './refused-file.ts';
import { sheetsMarked } from './sheet-view.ts';

/** What a filled-in pack says about this assessment. Throws AppError `faulty-input` where it is none, or none of this assessment. */
export function readPack(workbook: RawWorkbook, assessment: Assessment, known: KnownIn): Incoming {
  const itemIds = checkMeta(workbook, assessment);
  const faults = new FaultsOfFile();
  const read: AnswersRead = { ...known, assessmentId: assessment.id, faults };
  const [answers, ...others] = sheetsMarked(workbook, marks.answers);
  const [evidence, ...more] = sheetsMarked(workbook, marks.evidence);
  for (const view of [...others, ...more]) faults.add(`${view.name}!A1`, sheetTwice);
  const rows = answers ? readAnswersSheet(answers, read) : new Map<string, AnswerRow>();
  const records = evidence ? readEvidenceSheet(evidence, { ...read, date1904: workbook.date1904 }) : undefined;
  const tables = sheetsMarked(workbook, marks.table).flatMap(view => readTableSheet(view, read) ?? []);
  const items = [...rows.values()].map(row => withParts(row, { read, records, tables }));
  const rowsOnly = tables.filter(({ isRows }) => isRows).map(ofRows);
  for (const [index, { itemId, place }] of tables.entries())
    if (tables.findIndex(table => table.itemId === itemId) < index) faults.add(place, sheetTwice, itemId);
  refuseOrphans(records, rows, faults);
  const present = new Set([...rows.keys(), ...tables.map(({ itemId }) => itemId)]);
  return {
    items: [...items, ...rowsOnly],
    faults: faults.faults,
    absent: itemIds.filter(itemId => !present.has(itemId)),
  };
}

/** Gives the items that the pack had when it was made. */
function checkMeta(workbook: RawWorkbook, { id, checklist }: Assessment): string[] {
  const sheet = workbook.sheets.find(({ cells }) => cells.some(({ text }) => text === marks.meta));
  if (!sheet)
    throw refusedFile(
      '这不是从本程序下载的填报表，或隐藏的工作表被删掉了；请在本次评价里重新下载',
      'this is no answer sheet downloaded here, or its hidden sheet was removed; download it again',
    );
  const ofColumn = (column: number) => sheet.cells.filter(cell => cell.column === column);
  const values = new Map(ofColumn(2).map(({ row, text }) => [row, text]));
  const rows = ofColumn(1).map(({ row, text }) => [text, values.get(row) ?? ''] as const);
  const meta = new Map(rows);
  if (Number(meta.get(marks.meta)) > packFormat)
    throw refusedFile(
      '填报表由更新版本的程序生成，本程序读不了',
      'the sheet was made by a newer version of the program, which this one cannot read',
    );
  if (meta.get('assessment') !== id)
    throw refusedFile(
      '这份填报表属于另一次评价；请到那次评价里上传',
      'this sheet belongs to another assessment; upload it there',
    );
  if (meta.get('sha256') !== checklist.sha256)
    throw refusedFile(
      `填报表按检查表 ${meta.get('version')} 的另一份文本生成，与本次评价所用的不同；请重新下载`,
      `the sheet was made from another text of the checklist (${meta.get('version')}) than this assessment uses; download it again`,
    );
  return rows.filter(([name]) => name === 'item').map(([, itemId]) => itemId);
}

type Parts = { read: AnswersRead; records: Map<string, IncomingRecord[]> | undefined; tables: TableRead[] };

function withParts(row: AnswerRow, { read, records, tables }: Parts): TypedItem {
  const table = tables.find(({ itemId, isRows }) => itemId === row.itemId && !isRows);
  const isTable = findItem(read.checklist, row.itemId)?.kind === 'matrix';
  return {
    ...row,
    // A table whose sheet is gone stays as it is.
    cells: isTable ? (table?.cells ?? {}) : undefined,
    records: records && (records.get(row.itemId) ?? []),
    places: { ...row.places, ...table?.places },
  };
}

function ofRows({ itemId, baseRev, cells, place, places }: TableRead): TypedItem {
  return {
    ...{ type: 'typed', itemId, baseRev, answer: 'rows', value: undefined, cells, reason: '' },
    ...{ note: { text: '' }, records: undefined, place, places },
  };
}

/** New evidence for an item whose row was deleted would be lost without a word. */
function refuseOrphans(
  records: Map<string, IncomingRecord[]> | undefined,
  rows: Map<string, AnswerRow>,
  faults: FaultsOfFile,
): void {
  for (const [itemId, ofItem] of records ?? [])
    for (const { id, content, place } of ofItem)
      if (!rows.has(itemId) && id === undefined && content) faults.add(place, orphan, itemId);
}

const sheetTwice = {
  zh: '这张工作表有两份，只读了第一份',
  en: 'there are two sheets of this kind; only the first was read',
};
const orphan = {
  zh: '这一项在“填报”表里的行被删掉了，这份佐证没有读取',
  en: 'the row of this item was deleted from the sheet of answers, so this record was not read',
};
