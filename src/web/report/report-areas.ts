import { radarCorners, scoredAreas } from '#report/chart-names.ts';
import type { AreaReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { barOf, rangeWords } from './report-bar.ts';
import type { PageCharts } from './report-charts.ts';
import { bandWords, findingParagraph } from './report-words.ts';

/** Bars of all areas, and the same numbers with the weights as a table. */
export function areasPart(report: Report, charts: PageCharts, format: Format) {
  const thresholds = thresholdsOf(report);
  return {
    lead: findingParagraph(report, 'areas', format),
    bars: report.areas.map(group =>
      barOf(group, { code: group.area.code, href: `#area-${group.id}`, thresholds }, format),
    ),
    thresholdKey: format.t('report.key.thresholds', { bands: bandWords(report, format) }),
    radar: charts.draw('radar'),
    radarMissing: radarMissing(report, format),
    files: [charts.files('areas'), charts.files('radar')].filter(files => files !== null),
    rows: report.areas.map(area => rowOf(area, format)),
  };
}

/** Why there is no radar, or which areas it leaves out. */
function radarMissing({ areas }: Report, { t, list, text }: Format): string | null {
  const scored = scoredAreas(areas);
  if (scored.length < radarCorners.least) return t('charts.radar.too-few', { count: scored.length });
  if (scored.length > radarCorners.most) return t('charts.radar.too-many', { count: scored.length });
  const missing = areas.filter(area => !scored.includes(area)).map(({ area, title }) => `${area.code} ${text(title)}`);
  return missing.length === 0 ? null : t('charts.radar.missing', { areas: list(missing) });
}

/** Where grades begin, as places on a chart. */
export function thresholdsOf({ checklist }: Report): string[] {
  return checklist.grades.filter(({ from }) => from > 0).map(({ from }) => `${from}%`);
}

function rowOf({ area, figures, counts, items }: AreaReport, format: Format) {
  const { t } = format;
  const share = items.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0);
  return {
    code: area.code,
    title: format.text(area.title),
    href: `#area-${area.id}`,
    weight: String(area.weight),
    share: t('site.percent', { value: format.score(roundScore(100 * share)) }),
    items: format.list([
      t('report.items.short', { count: counts.scored }),
      ...(counts.open > 0 ? [t('report.items.open', { open: counts.open })] : []),
      ...(counts.excluded > 0 ? [t('report.items.excluded', { excluded: counts.excluded })] : []),
    ]),
    coverage: format.percent(figures.coverage),
    range: rangeWords(figures, format),
    score: format.score(figures.score),
    supported: format.score(figures.supported),
  };
}
