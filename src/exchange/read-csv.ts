import { CsvError, parse } from 'csv-parse/sync';
import { answerKindSchema } from '#assessment/answer.ts';
import type { Incoming, TypedItem } from '#assessment/incoming.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { AppError } from '#shared/app-error.ts';
import { type CsvColumn, findCsvColumn } from './csv-columns.ts';
import { decodeText } from './decode-text.ts';
import { unescapeFormula } from './escape-formula.ts';
import { FaultsOfFile } from './faults-of-file.ts';
import { findOption, type KnownIn, plainWords, reasonOf, unitsOf } from './known-words.ts';
import { brokenRev, duplicate, notInList } from './read-answers-sheet.ts';
import { refusedFile } from './refused-file.ts';
import type { SheetCell } from './sheet-view.ts';
import { readNumber, shortened } from './typed-cells.ts';

const rowsAtMost = 20_000;

/** Answers as a list: one row an item, evidence and tables not among them. Rows without an answer say nothing. Throws AppError `faulty-input`. */
export function readAnswersCsv(bytes: Buffer, known: KnownIn): Incoming {
  const [head = [], ...rows] = parseRows(decodeText(bytes));
  const columns = head.map(heading => findCsvColumn(unescapeFormula(heading), known.wordings));
  if (!(columns.includes('code') || columns.includes('item')) || !columns.includes('answer'))
    throw refusedFile(
      '表头里找不到“编号”和“作答”两列；请下载 CSV 模板再填',
      'the headings lack "Code" and "Answer"; download the CSV template and fill that in',
    );
  const faults = new FaultsOfFile();
  const byItem = new Map<string, TypedItem>();
  for (const [index, row] of rows.entries()) {
    const item = readRow(cellsIn(row, columns, index + 2), { known, faults });
    const before = item && byItem.get(item.itemId);
    if (item && before) faults.add(item.place, duplicate(before.place), item.itemId);
    else if (item) byItem.set(item.itemId, item);
  }
  return { items: [...byItem.values()], faults: faults.faults, absent: [] };
}

/** Rows put together from several programs end differently; left to find out, the parser takes the first end for that of all. */
const lineEnds = ['\r\n', '\n', '\r'];

/** Some spreadsheets put semicolons or tabs between the cells. */
function parseRows(text: string): string[][] {
  const firstLine = text.split(/[\r\n]/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t', '，'].find(sign => firstLine.includes(sign)) ?? ',';
  try {
    const rows: string[][] = parse(text, {
      ...{ delimiter, record_delimiter: lineEnds, bom: true, to: rowsAtMost + 1 },
      ...{ relax_column_count: true, skip_empty_lines: false },
    });
    if (rows.length <= rowsAtMost) return rows;
  } catch (cause) {
    throw unreadable(cause);
  }
  throw refusedFile(`CSV 超过 ${rowsAtMost} 行，没有读取`, `the CSV has more than ${rowsAtMost} rows and was not read`);
}

/** With the row that could not be read, counted as a spreadsheet counts: a line break within quotes begins none. */
function unreadable(cause: unknown): AppError {
  const row = cause instanceof CsvError && typeof cause.records === 'number' ? cause.records + 1 : undefined;
  return row === undefined
    ? refusedFile('CSV 读不出来', 'the CSV cannot be read', { cause })
    : refusedFile(
        `CSV 第 ${row} 行读不出来：引号没有成对；单元格里的引号须写成两个，再用引号把整格括起来`,
        `row ${row} of the CSV cannot be read: its quotes do not pair up; a quote within a cell is written twice, with quotes around the cell`,
        { cause },
      );
}

type Cells = (column: CsvColumn) => SheetCell;

function cellsIn(row: string[], columns: (CsvColumn | undefined)[], line: number): Cells {
  return column => {
    const index = columns.indexOf(column);
    const text = index < 0 ? '' : unescapeFormula((row[index] ?? '').trim());
    const place = `${String.fromCharCode(65 + (Math.max(0, index) % 26))}${line}`;
    return { place, kind: text === '' ? 'empty' : 'text', text, isMerged: false };
  };
}

type Where = { known: KnownIn; faults: FaultsOfFile };

function readRow(cell: Cells, where: Where): TypedItem | undefined {
  const { known, faults } = where;
  const [answer, value, reason, note] = (['answer', 'value', 'reason', 'note'] as const).map(
    column => cell(column).text,
  );
  if ([answer, value, reason, note].every(text => text === '')) return undefined;
  const code = cell('code').text === '' ? cell('item') : cell('code');
  const item = itemsOf(known.checklist).find(({ id, code: own }) => id === code.text || own === code.text);
  if (!item) {
    faults.add(code.place, noSuchItem(code.text));
    return undefined;
  }
  const rev = cell('rev');
  if (!/^\d{0,9}$/.test(rev.text)) faults.add(rev.place, brokenRev, item.id);
  const chosen = chosenIn(cell, item, where);
  return {
    ...{ type: 'typed', itemId: item.id, place: code.place, records: undefined },
    baseRev: rev.text === '' ? undefined : Number(rev.text),
    ...chosen,
    cells: item.kind === 'matrix' ? {} : undefined,
    reason: chosen.answer === 'withheld' ? reasonOf(reason ?? '', known.wordings) : (reason ?? ''),
    note: { text: note ?? '' },
    places: Object.fromEntries((['answer', 'value', 'reason', 'note'] as const).map(part => [part, cell(part).place])),
  };
}

type Chosen = Pick<TypedItem, 'answer' | 'value'>;

/** The words of the drop-down, or the kind of answer with its value beside. */
function chosenIn(cell: Cells, item: Item, { known, faults }: Where): Chosen {
  const answer = cell('answer');
  const value = cell('value');
  const isFigure = item.kind === 'metric' || item.kind === 'deduction';
  const option = findOption(answer.text, item, known);
  const kind = option?.answer ?? kindNamed(answer.text, known);
  if (answer.text !== '' && !kind) faults.add(answer.place, notInList(answer.text), item.id);
  if (isFigure) {
    const figure = faults.take(readNumber(value, unitsOf(item)), { cell: value, itemId: item.id, instead: undefined });
    return { answer: kind ?? null, value: figure };
  }
  if (value.text === '') return { answer: kind ?? null, value: option?.value };
  const level = findOption(value.text, item, known);
  if (level?.value === undefined) faults.add(value.place, notInList(value.text), item.id);
  return { answer: kind ?? null, value: level?.value };
}

function kindNamed(text: string, { wordings }: KnownIn) {
  const wanted = plainWords(text);
  return answerKindSchema.options.find(
    kind => kind === wanted || wordings.some(({ t }) => plainWords(t(`assessment.answer.${kind}`)) === wanted),
  );
}

function noSuchItem(text: string) {
  return {
    zh: `检查表里没有编号为“${shortened(text)}”的检查项，或它不在本次范围内`,
    en: `the checklist has no item "${shortened(text)}", or it is not in scope`,
  };
}
