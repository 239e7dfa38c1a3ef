import type { DepartmentWork } from '#assessment/department-work.ts';
import { findCell, type MatrixItem } from '#assessment/matrix-cells.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { cellMeaning, cellStep } from '../assessment/matrix-words.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { fieldName } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';

/** The department's row of every table by department, as filled in so far. */
export function departmentTables({ departmentId = '', rows }: DepartmentWork, open: OpenAssessment, format: Format) {
  return rows.map(({ item, areaId }) => ({
    code: item.code,
    title: format.text(item.title),
    href: `/assessments/${open.assessment.id}/areas/${areaId}#${rowAnchor(item, departmentId)}`,
    action: format.t('departments.table.fill', { code: item.code }),
    question: item.question ? format.text(item.question) : '',
    cells: item.columns.map(column => ({
      column: format.text(column.label),
      ...cellView(
        item,
        findCell(findAnswer(open.assessment, item.id)?.value, { row: departmentId, column: column.id }),
        format,
      ),
    })),
    legend: Array.from({ length: item.cellMax + 1 }, (_, points) => ({
      value: String(points),
      classes: `level level-${cellStep(item, points)}`,
      meaning: cellMeaning(item, points, format),
    })),
  }));
}

/** The first cell of the row on the form. */
function rowAnchor(item: MatrixItem, row: string): string {
  return encodeURIComponent(fieldName(item, `cell:${row}:${item.columns[0]?.id ?? ''}`));
}

function cellView(item: MatrixItem, points: number | undefined, { t }: Format) {
  return points === undefined
    ? { classes: 'level is-open', mark: t('matrix.unfilled.mark'), words: t('matrix.unfilled') }
    : { classes: `level level-${cellStep(item, points)}`, mark: String(points), words: '' };
}
