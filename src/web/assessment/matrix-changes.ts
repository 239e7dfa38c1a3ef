import type { Answer } from '#assessment/answer.ts';
import { type CellDifference, differingCells, type MatrixItem } from '#assessment/matrix-cells.ts';
import type { Format } from '../format.ts';
import type { AnswerChange } from './answer-changes.ts';

type Versions = { before: Answer | null; after: Answer | null };

/** The cells of a table that changed, a line for each of its rows. */
export function matrixChanges(item: MatrixItem, { before, after }: Versions, format: Format): AnswerChange[] {
  const differing = differingCells(item, before?.value, after?.value);
  const columns = new Map(item.columns.map(({ id, label }) => [id, format.text(label)]));
  return item.rows.flatMap(row => {
    const cells = differing.filter(cell => cell.row === row.id);
    const side = (which: 'before' | 'after') => ({
      ...{ start: '', end: '' },
      part: format.list(cells.map(cell => cellWords(cell, which, { columns, format }))),
    });
    if (cells.length === 0) return [];
    return {
      ...{ part: `row:${row.id}`, what: format.text(row.label) },
      ...{ before: before && side('before'), after: after && side('after') },
    };
  });
}

function cellWords(
  cell: CellDifference,
  which: 'before' | 'after',
  { columns, format: { t } }: { columns: Map<string, string>; format: Format },
): string {
  return t('matrix.change', {
    column: columns.get(cell.column) ?? cell.column,
    points: cell[which] ?? t('matrix.unfilled.mark'),
  });
}
