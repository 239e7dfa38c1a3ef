import type { MatrixReport } from '#report/matrix-report.ts';
import { headingRow } from './cells.ts';
import { columnLetter } from './formulas.ts';
import { quotedName } from './quoted-name.ts';

/** Where a matrix stands on its sheet: the row of its title; and all its cells, for formulas. */
export type MatrixPlace = { titleRow: number; cells: string };

/** Rows of a block before its first row of cells (title, remark, heading), and the empty one behind it. */
export const rowsAbove = 3;
const rowsBelow = 1;

export function matrixPlaces(matrices: readonly MatrixReport[], sheet: string): Map<string, MatrixPlace> {
  const places = new Map<string, MatrixPlace>();
  let titleRow = headingRow;
  for (const { item, rows, columns } of matrices) {
    const first = titleRow + rowsAbove;
    const last = first + rows.length - 1;
    const cells = `${quotedName(sheet)}!$B$${first}:$${columnLetter(columns.length + 1)}$${last}`;
    places.set(item.id, { titleRow, cells });
    titleRow = last + 1 + rowsBelow;
  }
  return places;
}
