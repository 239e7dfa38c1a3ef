import type { AreaReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { barOf, rangeWords } from './report-bar.ts';
import { bandWords, findingParagraph } from './report-words.ts';

/** Bars of all areas, and the same numbers with the weights as a table. */
export function areasPart(report: Report, format: Format) {
  const thresholds = thresholdsOf(report);
  return {
    lead: findingParagraph(report, 'areas', format),
    bars: report.areas.map(group =>
      barOf(group, { code: group.area.code, href: `#area-${group.id}`, thresholds }, format),
    ),
    thresholdKey: format.t('report.key.thresholds', { bands: bandWords(report, format) }),
    rows: report.areas.map(area => rowOf(area, format)),
  };
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
    share: `${format.score(roundScore(100 * share))}%`,
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
