import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { thresholdsOf } from './report-areas.ts';
import { barOf } from './report-bar.ts';

/** The same answers grouped in other ways. */
export function lensesPart(report: Report, format: Format) {
  const thresholds = thresholdsOf(report);
  return report.lenses.map(({ id, title, groups }) => ({
    id: `lens-${id}`,
    title: format.text(title),
    covered: groups.some(({ counts }) => counts.total > 0),
    bars: groups.map(group => barOf(group, { counted: true, thresholds }, format)),
  }));
}
