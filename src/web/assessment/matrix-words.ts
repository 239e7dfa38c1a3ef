import type { CellPlace, MatrixItem } from '#assessment/matrix-cells.ts';
import type { Format } from '../format.ts';

/** "水利：城市内涝". */
export function cellName({ rows, columns }: MatrixItem, { row, column }: CellPlace, format: Format): string {
  const labelOf = (lines: MatrixItem['rows'], id: string) => {
    const line = lines.find(known => known.id === id);
    return line ? format.text(line.label) : id;
  };
  return format.t('area.cell.label', { row: labelOf(rows, row), column: labelOf(columns, column) });
}

/** What a numeral in a cell means; empty where the checklist does not say. */
export function cellMeaning({ cells }: MatrixItem, points: number, format: Format): string {
  const text = cells?.[points];
  return text ? format.text(text) : '';
}

/** The step from 0 to 5 by which a cell is coloured. */
export function cellStep({ cellMax }: MatrixItem, points: number): number {
  return Math.floor((points / cellMax) * 5 + 1e-9);
}
