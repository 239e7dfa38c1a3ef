import { setImmediate } from 'node:timers/promises';
import { chartNames } from '#report/chart-names.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';

/** The charts of a report by name. */
export type DrawnCharts = ReadonlyMap<string, string>;

/** One after another with a pause between: each takes some milliseconds in which no page is answered. */
export async function drawAhead(site: Site, report: Report, format: Format): Promise<DrawnCharts> {
  const charts = await site.exports.charts();
  const drawn = new Map<string, string>();
  for (const name of chartNames(report)) {
    const svg = charts.svg(report, name, format);
    if (svg !== undefined) drawn.set(name, svg);
    await setImmediate();
  }
  return drawn;
}
