import type { PrintedBlock } from '#report/printed-report.ts';
import { matricesOutside, matricesPart } from '../report/report-matrices.ts';
import { noCharts } from './no-charts.ts';
import { heading, list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';

/** 部门矩阵: the tables as they were filled in. */
export const matricesBuilder: PartBuilder = {
  id: 'matrices',
  build: given => {
    const { report, format } = given;
    const outside = matricesOutside(report, format);
    return [
      ...matricesPart(report, noCharts, format).flatMap(matrix => matrixBlocks(matrix, given)),
      ...(outside === null ? [] : paragraph(outside)),
    ];
  },
};

type Matrix = ReturnType<typeof matricesPart>[number];

function matrixBlocks(
  { title, lead, columns, rows, key, filled, unfilled, isWide, about }: Matrix,
  given: PrintedGiven,
): PrintedBlock[] {
  const { t } = given.format;
  return [
    heading(title),
    ...paragraph(lead),
    ...(about === null ? [] : paragraph(about)),
    ...(filled
      ? table({
          ...{ caption: title, isWide },
          columns: [words(t('printed.row'), 2), ...columns.map(column => words(column))],
          rows: rows.map(row => [row.title, ...row.cells.map(({ figure }) => figure)]),
        })
      : []),
    ...(filled ? list([...key.map(({ numeral, words: meaning }) => `${numeral} ${meaning}`), unfilled]) : []),
  ];
}
