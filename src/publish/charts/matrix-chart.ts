import type { MatrixReport } from '#report/matrix-report.ts';
import { matrixStepOf, unfilledKey } from '#report/matrix-report.ts';
import { cellGrid } from './cell-grid.ts';
import type { Chart, ChartWording } from './chart.ts';
import { keyMarks, numeralMark } from './key-marks.ts';

/** A matrix item as it was filled in; how many cells of a row are filled stands beside it. */
export function matrixChart(matrix: MatrixReport, wording: ChartWording): Chart {
  const { t, text } = wording;
  const { item, columns, rows, cellMax, meanings, movesScore } = matrix;
  return {
    ...cellGrid({
      columns: columns.map(({ label }) => text(label)),
      rows: rows.map(({ label, cells, filled }) => ({
        ...{ label: text(label), end: t('charts.filled', { filled, total: columns.length }) },
        cells: cells.map(value => ({
          ...{ figure: value === null ? '—' : String(value), note: '', hatched: false },
          step: value === null ? null : matrixStepOf(value, cellMax),
        })),
      })),
      cellHeight: 36,
    }),
    title: `${item.code} ${text(item.item.title)}`,
    description: descriptionOf(matrix, wording),
    key: [
      ...meanings.map((meaning, value) => ({
        mark: numeralMark(value, matrixStepOf(value, cellMax)),
        words: text(meaning),
      })),
      { mark: keyMarks.empty, words: t(unfilledKey(movesScore)) },
    ],
    remarks: movesScore ? [] : [t('charts.matrix.about')],
  };
}

function descriptionOf({ columns, rows }: MatrixReport, { t, text, list }: ChartWording): string {
  return rows
    .map(({ label, cells }) => {
      const values = cells.map((value, index) => {
        const column = columns[index];
        const words = value === null ? t('charts.matrix.empty.short') : String(value);
        return t('charts.cell', { column: column ? text(column.label) : '', value: words });
      });
      return t('charts.value', { title: text(label), value: list(values) });
    })
    .join(t('charts.separator'));
}
