import { chartNames } from '#report/chart-names.ts';
import type { Comparison } from '#report/comparison-document.ts';
import type { Report } from '#report/report.ts';
import { areasChart, lensChart } from './bar-charts.ts';
import type { Chart, ChartWording } from './chart.ts';
import { chartPng } from './chart-png.ts';
import { chartFile, chartOnPage } from './chart-svg.ts';
import { discussionChart } from './discussion-chart.ts';
import { heatmapChart } from './heatmap-chart.ts';
import { matrixChart } from './matrix-chart.ts';
import { radarChart } from './radar-chart.ts';
import { supportChart } from './support-chart.ts';
import { trendChart } from './trend-chart.ts';

/** The charts of a report by name (`report/chart-names.ts`); undefined where the report has nothing to show for a name. */
export const charts = {
  /** For a page: without title and key, which stand around it. */
  onPage: (report: Report, name: string, wording: ChartWording): string | undefined => {
    const chart = findChart(report, name, wording);
    return chart && chartOnPage(chart, `chart-${name}`);
  },
  /** A file that stands alone. */
  svg: (report: Report, name: string, wording: ChartWording): string | undefined => {
    const chart = findChart(report, name, wording);
    return chart && chartFile(chart, aboutOf(report, wording));
  },
  png: async (report: Report, name: string, wording: ChartWording): Promise<Buffer | undefined> => {
    const chart = findChart(report, name, wording);
    return chart && chartPng(chartFile(chart, aboutOf(report, wording)));
  },
};

function findChart(report: Report, name: string, wording: ChartWording): Chart | undefined {
  if (!chartNames(report).includes(name)) return undefined;
  const [kind = ''] = name.split('-', 1);
  const id = name.slice(kind.length + 1);
  switch (kind) {
    case 'areas':
      return areasChart(report, wording);
    case 'radar':
      return radarChart(report, wording);
    case 'claimed':
      return supportChart(report, wording);
    case 'trend':
      return report.comparison && trendChart(lastAndPresent(report.comparison), wording);
    case 'lens':
      return drawn(
        report.lenses,
        lens => lens.id === id,
        lens => lensChart(lens, report, wording),
      );
    case 'discussion':
      return drawn(
        report.discussions,
        discussion => discussion.id === id,
        discussion => discussionChart(discussion, wording),
      );
    case 'heatmap':
      return drawn(
        report.heatmaps,
        heatmap => heatmap.id === id,
        heatmap => heatmapChart(heatmap, wording),
      );
    default:
      return drawn(
        report.matrices,
        matrix => matrix.item.id === id,
        matrix => matrixChart(matrix, wording),
      );
  }
}

/** The assessment before and this one, like for like on the items that both have scored. */
function lastAndPresent({ old: before, new: after, likeForLike: { items, shown } }: Comparison) {
  const side = (which: 'old' | 'new') => ({ claimed: shown.claimed[which], supported: shown.supported[which] });
  return { sides: [before, after], common: items, figures: [side('old'), side('new')] };
}

function drawn<T>(parts: T[], is: (part: T) => boolean, draw: (part: T) => Chart): Chart | undefined {
  const part = parts.find(is);
  return part === undefined ? undefined : draw(part);
}

/** What a picture says of itself once it has left the report. */
function aboutOf({ assessment, wholeChecklist }: Report, { t, text, day }: ChartWording) {
  const { city, period, referenceDate } = assessment.setup;
  return {
    subtitle: t('charts.subtitle', { city, period, day: day(referenceDate) }),
    source: t(`charts.source.${assessment.state}`, {
      checklist: text(wholeChecklist.title),
      version: wholeChecklist.version,
    }),
  };
}
