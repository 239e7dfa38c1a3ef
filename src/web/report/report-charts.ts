import { chartNames } from '#report/chart-names.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';

/** The files of one chart, below the part of the report that it shows. */
type ChartFiles = { title: string; files: { href: string; kind: string; label: string }[] };

/** What the page has of charts: drawings by name, null where the report has nothing to show; and their files. */
export type PageCharts = { draw: (name: string) => string | null; files: (name: string) => ChartFiles | null };

export function chartsOfPage(report: Report, draw: (name: string) => string | undefined, format: Format): PageCharts {
  const names = new Set(chartNames(report));
  return {
    draw: name => (names.has(name) ? (draw(name) ?? null) : null),
    files: name => (names.has(name) ? filesOf(name, report, format) : null),
  };
}

function filesOf(name: string, report: Report, format: Format): ChartFiles {
  const title = chartTitle(report, name, format);
  return {
    title: format.t('charts.files', { chart: title }),
    files: ['svg', 'png'].map(ending => ({
      href: `/assessments/${report.assessment.id}/charts/${name}.${ending}${milestoneQuery(report)}`,
      kind: ending.toUpperCase(),
      label: format.t('charts.file', { chart: title, kind: ending.toUpperCase() }),
    })),
  };
}

/** Behind the address of anything that is made of the report, so that it is made of the same milestone. */
export function milestoneQuery({ milestone }: { milestone?: Report['milestone'] | undefined }): string {
  return milestone ? `?${new URLSearchParams({ milestone: milestone.id })}` : '';
}

/** The heading of a chart; for lenses, heatmaps and matrices the one that the checklist gives, for workshops their own. */
export function chartTitle(
  { lenses, heatmaps, matrices, discussions }: Report,
  name: string,
  { t, text }: Format,
): string {
  const lens = lenses.find(({ id }) => name === `lens-${id}`) ?? heatmaps.find(({ id }) => name === `heatmap-${id}`);
  if (lens) return text(lens.title);
  const discussion = discussions.find(({ id }) => name === `discussion-${id}`);
  if (discussion) return t('opinions.chart', { title: discussion.title });
  const matrix = matrices.find(({ item }) => name === `matrix-${item.id}`);
  return matrix ? `${matrix.item.code} ${text(matrix.item.item.title)}` : t(`charts.${name}`);
}
