import { areasPart } from '../report/report-areas.ts';
import { bottomLinesPart } from '../report/report-bottom-lines.ts';
import { robustnessPart } from '../report/report-robustness.ts';
import { summaryPart } from '../report/report-summary.ts';
import { supportPart } from '../report/report-support.ts';
import { findingParagraph } from '../report/report-words.ts';
import { chartBlock } from './chart-block.ts';
import { chipText } from './chip-text.ts';
import { lensBlocks } from './lens-blocks.ts';
import { noCharts } from './no-charts.ts';
import { factList, figures, heading, list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';

/** 评价结果: the grade and why, every area, bottom lines, lenses, heatmaps, and how firm it is. */
export const resultsBuilder: PartBuilder = {
  id: 'results',
  build: given => {
    const { t } = given.format;
    return [
      heading(t('printed.results.grade')),
      ...gradeBlocks(given),
      heading(t('report.part.areas')),
      ...areaBlocks(given),
      heading(t('report.part.support')),
      ...paragraph(supportPart(given.report, noCharts, given.format).lead),
      ...chartBlock('claimed-supported', given),
      heading(t('report.part.bottom-lines')),
      ...bottomLineBlocks(given),
      ...lensBlocks(given),
      heading(t('report.part.robustness')),
      ...robustnessBlocks(given),
    ];
  },
};

function gradeBlocks({ report, format }: PrintedGiven) {
  const { headline, reasons, figures: shown } = summaryPart(report, format);
  return [
    ...paragraph(format.t('printed.results.headline', { headline })),
    ...list(reasons.map(({ text }) => text)),
    ...factList(
      shown.map(({ label, value, note }) => ({
        label,
        value: note === '' ? value : format.t('printed.with-note', { value, note }),
      })),
    ),
  ];
}

function areaBlocks(given: PrintedGiven) {
  const { report, format } = given;
  const { t } = format;
  return [
    ...paragraph(findingParagraph(report, 'areas', format)),
    ...chartBlock('areas', given),
    ...table({
      caption: t('report.part.areas'),
      columns: [
        ...[words(t('report.area'), 4), figures(t('report.weight'), 1), figures(t('report.coverage'), 1.3)],
        ...[figures(t('report.claimed.short'), 1.3), figures(t('report.range-head'), 2)],
        figures(t('report.supported.short'), 1.3),
      ],
      rows: areasPart(report, noCharts, format).rows.map(row => [
        ...[`${row.code} ${row.title}`, row.weight, row.coverage, row.score, row.range, row.supported],
      ]),
    }),
    ...chartBlock('radar', given),
  ];
}

const marks = { breached: 'stop', unverified: 'warn', unsupported: 'warn', met: 'ok' } as const;

function bottomLineBlocks({ report, format }: PrintedGiven) {
  const { t } = format;
  const { lead, rows } = bottomLinesPart(report, format);
  const states = report.bottomLines.map(({ state }) => state);
  return [
    ...paragraph(lead),
    ...table({
      caption: t('report.part.bottom-lines'),
      columns: [
        ...[words(t('report.item'), 4), words(t('report.state'), 1.3), words(t('report.claimed.short'), 1.6)],
        ...[words(t('report.supported.short'), 1.6), words(t('report.why'), 4)],
      ],
      rows: rows.map(({ title, state, claimed, supported, why }, index) => [
        title,
        { text: state, ...markOf(states[index]) },
        ...[chipText(claimed), chipText(supported), why],
      ]),
    }),
  ];
}

function markOf(state: PrintedGiven['report']['bottomLines'][number]['state'] | undefined) {
  return state === undefined || state === 'off' || state === 'excluded' ? {} : { mark: marks[state] };
}

function robustnessBlocks({ report, format }: PrintedGiven) {
  const { t } = format;
  const { lead, rows } = robustnessPart(report, format);
  return [
    ...paragraph(lead),
    ...table({
      caption: t('report.part.robustness'),
      columns: [words(t('printed.robustness.weighting'), 4), figures(t('printed.robustness.score'), 2)],
      rows: rows.map(({ title, value }) => [title, value]),
    }),
  ];
}
