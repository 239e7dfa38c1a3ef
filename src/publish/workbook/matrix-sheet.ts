import type { MatrixReport } from '#report/matrix-report.ts';
import { cell, headRows, leadCell } from './cells.ts';
import { columnLetter } from './formulas.ts';
import { rowsAbove } from './matrix-places.ts';
import type { Book } from './open-book.ts';
import type { InputCheck, Row, Sheet } from './sheet.ts';
import { say, sayInLine } from './workbook-wording.ts';

/** Items that are answered by a table; the score sheet adds their cells up. Undefined where there are none. */
export function matrixSheet(book: Book): Sheet | undefined {
  const { report, languages, names, matrices } = book;
  if (report.matrices.length === 0) return undefined;
  const most = Math.max(...report.matrices.map(({ columns }) => columns.length));
  const head = headRows(names.matrices, ({ t }) => t('workbook.matrix.about'), { languages, span: most + 1 });
  return {
    name: names.matrices,
    widths: [34, ...Array.from({ length: most }, () => 12)],
    rows: [...head, ...report.matrices.flatMap(matrix => blockRows(matrix, book))],
    frozen: { rows: head.length, columns: 1 },
    orientation: 'landscape',
    checks: report.matrices.map(matrix => cellCheck(matrix, matrices.get(matrix.item.id)?.titleRow ?? 0, book)),
    colours: [],
  };
}

/** As many rows as `matrix-places.ts` counts. */
function blockRows(matrix: MatrixReport, { languages }: Book): Row[] {
  const { item, columns, rows, filled, total } = matrix;
  const label = (line: MatrixReport['columns'][number]) => say(languages, ({ text }) => text(line.label));
  const title = sayInLine(languages, ({ text }) => text(item.item.title));
  return [
    { cells: [cell(`${item.code} ${title}`, 'section')], height: 24 },
    {
      cells: [
        leadCell(
          say(languages, ({ t, list, text }) =>
            t('workbook.matrix.filled', {
              ...{ filled, total },
              meanings: list(matrix.meanings.map((meaning, value) => `${value} ${text(meaning)}`)),
            }),
          ),
          columns.length + 1,
        ),
      ],
    },
    { cells: [cell('', 'heading'), ...columns.map(column => cell(label(column), 'heading'))], height: 32 },
    ...rows.map(row => ({ cells: [cell(label(row), 'strong'), ...row.cells.map(value => cell(value, 'input'))] })),
    { cells: [] },
  ];
}

function cellCheck({ rows, columns, cellMax }: MatrixReport, titleRow: number, { languages }: Book): InputCheck {
  const first = titleRow + rowsAbove;
  return {
    cells: `B${first}:${columnLetter(columns.length + 1)}${first + rows.length - 1}`,
    ...{ least: 0, most: cellMax },
    message: sayInLine(languages, ({ t }) => t('workbook.check.cell', { most: cellMax })),
  };
}
