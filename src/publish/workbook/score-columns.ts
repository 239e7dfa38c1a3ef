import { columnLetter, rangeIn, type TablePlace } from './formulas.ts';

/** The columns of the score sheet in their order. The last ones are intermediate results, on which everything else stands. */
export const scoreColumns = [
  ...(['area-number', 'area', 'code', 'item', 'bottom-line', 'state', 'value'] as const),
  ...(['counts', 'from', 'to', 'level', 'ceiling', 'weight'] as const),
  ...(['claimed', 'supported', 'share', 'remarks', 'evidence', 'lead'] as const),
  ...(['fraction', 'carried', 'weight-scored', 'weight-all', 'weight-claimed', 'weight-supported'] as const),
  ...(['part', 'part-scored', 'part-claimed', 'part-supported', 'groups'] as const),
];
export type ScoreColumn = (typeof scoreColumns)[number];

export const inputColumns: readonly ScoreColumn[] = ['counts', 'level', 'ceiling', 'weight'];
export const firstCalculated: ScoreColumn = 'fraction';

export function numberOf(column: ScoreColumn): number {
  return scoreColumns.indexOf(column) + 1;
}

/** The cell of a column in the same row: the column is fixed, so that rows can be sorted. */
export function inRow(column: ScoreColumn, row: number): string {
  return `$${columnLetter(numberOf(column))}${row}`;
}

export function scoreRange(scores: TablePlace, column: ScoreColumn): string {
  return rangeIn(scores, columnLetter(numberOf(column)));
}

/** The columns of the sheet of areas. */
export const areaColumns = [
  ...(['number', 'code', 'area', 'weight', 'scored', 'open', 'excluded', 'share'] as const),
  ...(['score', 'low', 'high', 'coverage', 'supported', 'why'] as const),
  ...(['sum-scored', 'sum-all', 'sum-claimed', 'sum-supported', 'part'] as const),
];
export type AreaColumn = (typeof areaColumns)[number];

export function areaCell(column: AreaColumn, row: number): string {
  return `$${columnLetter(areaColumns.indexOf(column) + 1)}${row}`;
}

export function areaRange(areas: TablePlace, column: AreaColumn): string {
  return rangeIn(areas, columnLetter(areaColumns.indexOf(column) + 1));
}
