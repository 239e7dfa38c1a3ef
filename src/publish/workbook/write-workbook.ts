import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Cell as FileCell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { cellStyles, colour, fill } from './cell-styles.ts';
import { cutText, looksLikeFormula } from './cut-text.ts';
import { columnLetter } from './formulas.ts';
import { rowHeight } from './row-height.ts';
import type { Cell, CellValue, Row, Sheet } from './sheet.ts';

export type Document = {
  title: string;
  sheets: Sheet[];
  /** What a cell says where its text was too long, for the length of the whole text. */
  cutAt: (length: number) => string;
  /** Stands in the file, so that the same state gives the same file. */
  at: Date;
};

/** The one place that knows the library for spreadsheets. */
export async function writeWorkbook({ title, sheets, cutAt, at }: Document): Promise<Buffer> {
  const book = new Workbook();
  const clean = (text: string) => cutText(text, cutAt);
  Object.assign(book, {
    title: clean(title),
    creator: 'Rencheng',
    lastModifiedBy: 'Rencheng',
    created: at,
    modified: at,
  });
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name, {
      views: [{ state: 'frozen', xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows, showGridLines: false }],
    });
    await writeRows(page, sheet, clean);
    setUpPage(page, sheet, clean(title));
    addRules(page, sheet);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const rowsAtATime = 100;

/** Lets others have their turn: thousands of rows take a while. */
async function writeRows(
  page: Worksheet,
  { widths, rows, folded }: Sheet,
  clean: (text: string) => string,
): Promise<void> {
  widths.forEach((width, index) => {
    const column = page.getColumn(index + 1);
    column.width = width;
    if (folded && index + 1 >= folded.from && index + 1 <= folded.to)
      Object.assign(column, { outlineLevel: 1, hidden: true });
  });
  page.properties.outlineLevelCol = folded ? 1 : 0;
  for (const [index, row] of rows.entries()) {
    writeRow(page, { number: index + 1, height: rowHeight(row, widths), cells: row.cells }, clean);
    if (index % rowsAtATime === rowsAtATime - 1) await nextTurn();
  }
}

type PlacedRow = Pick<Row, 'cells'> & { number: number; height: number };

function writeRow(page: Worksheet, { number, height, cells }: PlacedRow, clean: (text: string) => string): void {
  const row = page.getRow(number);
  row.height = height;
  cells.forEach((cell, index) => {
    if (!cell) return;
    writeCell(row.getCell(index + 1), cell, clean);
    if (cell.span !== undefined) page.mergeCells(number, index + 1, number, index + cell.span);
  });
}

function writeCell(place: FileCell, { value, style }: Cell, clean: (text: string) => string): void {
  place.value = fileValue(value, clean);
  const look = cellStyles[style];
  place.style = typeof value === 'string' && looksLikeFormula(value) ? { ...look, numFmt: '@' } : look;
}

function fileValue(value: CellValue, clean: (text: string) => string) {
  if (typeof value === 'string') return clean(value);
  if (value === null || typeof value === 'number') return value;
  if ('day' in value) return new Date(`${value.day}T00:00:00.000Z`);
  return { formula: value.formula, result: typeof value.result === 'string' ? clean(value.result) : value.result };
}

const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
const a4 = 9;

function setUpPage(page: Worksheet, { frozen, orientation, filter, printed }: Sheet, title: string): void {
  Object.assign(page.pageSetup, {
    ...{ paperSize: a4, orientation, margins, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(frozen.rows > 0 ? { printTitlesRow: `${frozen.rows}:${frozen.rows}` } : {}),
    ...(printed === undefined ? {} : { printArea: printed.replace(/[0-9]+/g, row => `$${row}`) }),
  });
  // "&" begins a code in a footer.
  const name = title.replaceAll('&', '&&').replaceAll('\n', ' ').slice(0, 150);
  page.headerFooter.oddFooter = `&L&8${name}&C&8&A&R&8&P / &N`;
  if (filter !== undefined) page.autoFilter = filter;
}

function addRules(page: Worksheet, { checks, colours }: Sheet): void {
  for (const { cells, least, most, message } of checks)
    page.dataValidations.add(cells, {
      ...{ type: 'whole', operator: 'between', formulae: [least, most], allowBlank: true },
      ...{ showErrorMessage: true, errorStyle: 'stop', error: message.slice(0, 255) },
    });
  let priority = 1;
  for (const { cells, rules } of colours)
    page.addConditionalFormatting({
      ref: cells,
      rules: rules.map(rule => ({
        ...{ type: 'expression' as const, formulae: [rule.formula], priority: priority++ },
        style: { fill: fill(rule.fill), font: { color: colour(rule.ink) } },
      })),
    });
}

/** `A5:R42`; a table without rows has one empty row. */
export function areaOf(from: { row: number; column: number }, to: { row: number; column: number }): string {
  return `${columnLetter(from.column)}${from.row}:${columnLetter(to.column)}${Math.max(from.row, to.row)}`;
}
