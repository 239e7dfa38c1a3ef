import type { RawCell, RawSheet, RawWorkbook } from './raw-workbook.ts';

/** A cell where it stands; `kind` is `empty` where nothing is in it. */
export type SheetCell = { place: string; kind: RawCell['kind'] | 'empty'; text: string; isMerged: boolean };

/** A sheet as its hidden first row names its columns, wherever they were moved. */
export type SheetView = {
  name: string;
  /** Behind the row of names, in the order of the sheet. */
  rows: number[];
  columns: readonly string[];
  cell: (row: number, column: string) => SheetCell;
  /** Of the column in which the mark stands. */
  key: (row: number) => SheetCell;
};

/** Every sheet that carries the mark. */
export function sheetsMarked(workbook: RawWorkbook, mark: string): SheetView[] {
  return workbook.sheets.flatMap(sheet => {
    const head = sheet.cells.find(({ kind, text }) => kind === 'text' && text === mark);
    return head ? [viewOf(sheet, head)] : [];
  });
}

function viewOf({ name, cells, merges }: RawSheet, head: RawCell): SheetView {
  const byPlace = new Map(cells.map(cell => [`${cell.row} ${cell.column}`, cell]));
  const names = new Map(cells.filter(({ row }) => row === head.row).map(({ text, column }) => [text, column]));
  const ranges = merges.flatMap(rangeOf);
  const cellAt = (row: number, column: number): SheetCell => {
    const found = byPlace.get(`${row} ${column}`);
    return {
      place: `${name}!${columnLetters(column)}${row}`,
      kind: found?.kind ?? 'empty',
      text: found?.text ?? '',
      isMerged: ranges.some(range => isWithin(range, row, column)),
    };
  };
  const nothing = (row: number): SheetCell => ({ place: `${name}!${row}`, kind: 'empty', text: '', isMerged: false });
  return {
    name,
    rows: [...new Set(cells.map(({ row }) => row))].filter(row => row > head.row).sort((a, b) => a - b),
    columns: [...names.keys()],
    cell: (row, column) => {
      const number = names.get(column);
      return number === undefined ? nothing(row) : cellAt(row, number);
    },
    key: row => cellAt(row, head.column),
  };
}

type Range = { top: number; left: number; bottom: number; right: number };

function rangeOf(text: string): Range[] {
  const [, left = '', top, right = '', bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(text) ?? [];
  if (top === undefined || bottom === undefined) return [];
  return [{ top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) }];
}

function isWithin({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function columnLetters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
