import type { LineUp } from '#report/line-up.ts';
import type { ChartWording } from './chart.ts';
import { chartPng } from './chart-png.ts';
import { chartFile, chartOnPage } from './chart-svg.ts';
import { trendChart } from './trend-chart.ts';

/** The chart of several assessments, for a page and as files that stand alone. */
export const trend = {
  onPage: (lineUp: LineUp, wording: ChartWording): string => chartOnPage(trendChart(lineUp, wording), 'chart-trend'),
  svg: (lineUp: LineUp, wording: ChartWording): string =>
    chartFile(trendChart(lineUp, wording), aboutOf(lineUp, wording)),
  png: (lineUp: LineUp, wording: ChartWording): Promise<Buffer> => chartPng(trend.svg(lineUp, wording)),
};

function aboutOf({ sides, common }: LineUp, { t, list, text }: ChartWording) {
  const versions = new Set(sides.map(({ checklist }) => `${text(checklist.title)} ${checklist.version}`));
  return {
    subtitle: list(sides.map(({ city, period }) => `${city} ${period}`)),
    source: t('compare.chart.source', { checklists: list([...versions]), count: common }),
  };
}
