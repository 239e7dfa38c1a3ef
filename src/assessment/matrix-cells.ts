import type { Item } from '#checklist/checklist-schema.ts';
import type { AnswerValue } from './answer.ts';

export type MatrixItem = Extract<Item, { kind: 'matrix' }>;

/** A cell by the ids of its row and column. */
export type CellPlace = { row: string; column: string };

export type CellDifference = CellPlace & { before: number | undefined; after: number | undefined };

/** A table that shows how things are spread and moves no score. */
export function isUnscoredTable(item: Item): item is MatrixItem {
  return item.kind === 'matrix' && item.weight === 0;
}

/** Every cell of the table, row by row. */
export function cellPlaces({ rows, columns }: MatrixItem): CellPlace[] {
  return rows.flatMap(row => columns.map(column => ({ row: row.id, column: column.id })));
}

/** What stands in a cell; undefined where it was not filled in, which scoring takes for 0 and pages show apart from it. */
export function findCell(value: AnswerValue | undefined, { row, column }: CellPlace): number | undefined {
  const cells = typeof value === 'object' ? ownValue(value, row) : undefined;
  return cells && ownValue(cells, column);
}

/** A row may be called "constructor". */
function ownValue<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function countFilledCells(item: MatrixItem, value: AnswerValue | undefined): number {
  return filledCells(item, value).filled;
}

export function filledCells(item: MatrixItem, value: AnswerValue | undefined): { filled: number; total: number } {
  const places = cellPlaces(item);
  return { filled: places.filter(place => findCell(value, place) !== undefined).length, total: places.length };
}

/** The cells that say something else, in the order of the table. */
export function differingCells(
  item: MatrixItem,
  before: AnswerValue | undefined,
  after: AnswerValue | undefined,
): CellDifference[] {
  return cellPlaces(item)
    .map(place => ({ ...place, before: findCell(before, place), after: findCell(after, place) }))
    .filter(cell => cell.before !== cell.after);
}

/** The points of all cells together; what was not filled in counts nothing. */
export function sumOfCells(item: MatrixItem, value: AnswerValue | undefined): number {
  return cellPlaces(item).reduce((sum, place) => sum + (findCell(value, place) ?? 0), 0);
}

/** The most that the cells can come to. */
export function mostOfCells({ rows, columns, cellMax }: MatrixItem): number {
  return rows.length * columns.length * cellMax;
}
