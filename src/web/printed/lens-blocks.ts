import type { PrintedBlock } from '#report/printed-report.ts';
import { heatmapsPart } from '../report/report-heatmaps.ts';
import { lensesPart } from '../report/report-lenses.ts';
import { chartBlock } from './chart-block.ts';
import { noCharts } from './no-charts.ts';
import { pictureBlocks } from './picture-blocks.ts';
import { figures, heading, paragraph, table, words } from './printed-blocks.ts';
import type { PrintedGiven } from './printed-part.ts';

/** The same answers regrouped, lens by lens, and the crossed lenses. */
export function lensBlocks(given: PrintedGiven): PrintedBlock[] {
  const { report, format } = given;
  const { first, covered, uncovered } = lensesPart(report, noCharts, format);
  if (!first) return [];
  return [
    heading(format.t('report.part.lenses')),
    ...paragraph(format.t('report.lenses.lead')),
    ...[first, ...covered, ...uncovered.filter(({ pictures }) => pictures.length > 0)].flatMap(lens => [
      ...lensTable(lens, given),
      ...pictureBlocks(lens.pictures, given),
    ]),
    ...heatmapBlocks(given),
  ];
}

type Lens = ReturnType<typeof lensesPart>['covered'][number];

function lensTable({ title, bars, missing }: Lens, { format: { t } }: PrintedGiven): PrintedBlock[] {
  return [
    heading(title, 3),
    ...table({
      caption: title,
      columns: [
        ...[words(t('printed.group'), 4), words(t('report.items'), 1.4), figures(t('report.claimed.short'), 1.3)],
        ...[figures(t('report.range-head'), 2), figures(t('report.supported.short'), 1.3)],
      ],
      rows: bars.map(bar => [
        ...[bar.title, bar.count ?? '—', bar.missing ?? bar.score],
        ...[bar.rangeText, bar.supportedScore],
      ]),
    }),
    ...missing.flatMap(paragraph),
  ];
}

function heatmapBlocks(given: PrintedGiven): PrintedBlock[] {
  const { report, format } = given;
  return heatmapsPart(report, noCharts, format)
    .filter(({ covered }) => covered)
    .flatMap(({ id, title, lead, columns, rows, isWide }) => [
      heading(title, 3),
      ...paragraph(lead),
      ...chartBlock(id, given),
      ...table({
        ...{ caption: title, isWide },
        columns: [words(format.t('printed.row'), 2), ...columns.map(column => figures(column))],
        rows: rows.map(row => [row.title, ...row.cells.map(({ figure }) => figure)]),
      }),
    ]);
}
