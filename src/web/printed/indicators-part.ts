import { itemTitle } from '../assessment/item-names.ts';
import { areasPart } from '../report/report-areas.ts';
import { methodPart } from '../report/report-method.ts';
import { scopePart } from '../report/report-scope.ts';
import { noCharts } from './no-charts.ts';
import { figures, heading, list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';

/** 指标体系与权重: what is asked with which weight, what was left out, and how a score comes about. */
export const indicatorsBuilder: PartBuilder = {
  id: 'indicators',
  build: given => {
    const { report, format } = given;
    const { t } = format;
    return [
      heading(t('printed.indicators.areas')),
      ...weightTable(given),
      heading(t('printed.indicators.excluded')),
      ...excludedBlocks(given),
      heading(t('printed.indicators.off')),
      ...switchedOff(given),
      heading(t('printed.indicators.method')),
      ...methodPart(report, format).flatMap(paragraph),
    ];
  },
};

function weightTable({ report, format }: PrintedGiven) {
  const { t } = format;
  const rows = areasPart(report, noCharts, format).rows;
  return table({
    caption: t('printed.indicators.areas'),
    columns: [
      ...[words(t('report.area'), 4), figures(t('report.weight')), figures(t('report.share'), 1.3)],
      words(t('report.items'), 3),
    ],
    rows: rows.map(({ code, title, weight, share, items }) => [`${code} ${title}`, weight, share, items]),
  });
}

function excludedBlocks({ report, format }: PrintedGiven) {
  const { t } = format;
  const { excluded, excludedHint } = scopePart(report, format);
  if (excluded.length === 0) return paragraph(t('report.scope.excluded.none'));
  return [
    ...paragraph(excludedHint),
    ...table({
      caption: t('printed.indicators.excluded'),
      columns: [words(t('report.item'), 3), words(t('report.answer')), words(t('report.why'), 4)],
      rows: excluded.map(({ title, state, reason }) => [title, state, reason]),
    }),
  ];
}

function switchedOff({ report, format }: PrintedGiven) {
  const off = report.bottomLines.filter(({ state }) => state === 'off').map(({ item }) => itemTitle(item, format));
  return off.length === 0 ? paragraph(format.t('printed.indicators.off.none')) : list(off);
}
