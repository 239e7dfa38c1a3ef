import type { Report } from '#report/report.ts';
import type { SupportCell } from '#report/support-grid.ts';
import type { Format } from '../format.ts';
import type { PageCharts } from './report-charts.ts';
import { chipOfStep } from './report-level.ts';

/** Claimed against supported: which items evidence carries, and which claims stand above it. */
export function supportPart({ supportGrid }: Report, charts: PageCharts, format: Format) {
  return {
    lead: leadOf(supportGrid, format),
    drawing: charts.draw('claimed-supported'),
    files: charts.files('claimed-supported'),
    rows: supportGrid.map(cell => ({
      claimed: chipOfStep(cell.claimed),
      supported: chipOfStep(cell.supported),
      distance: distanceWords(cell, format),
      count: String(cell.items.length),
      items: itemWords(cell, format),
    })),
  };
}

function leadOf(grid: SupportCell[], { t }: Format): string {
  const count = (cells: SupportCell[]) => cells.reduce((sum, { items }) => sum + items.length, 0);
  const total = count(grid);
  const above = count(grid.filter(({ claimed, supported }) => claimed > supported));
  return total === 0
    ? t('charts.support.none')
    : t('charts.support.lead', { count: total, carried: total - above, above });
}

function distanceWords({ claimed, supported }: SupportCell, { t }: Format): string {
  return claimed === supported
    ? t('charts.support.same')
    : t('charts.support.distance', { count: claimed - supported });
}

/** With their titles as long as they are few. */
function itemWords({ items }: SupportCell, { text, list }: Format): string {
  return list(items.map(({ code, item }) => (items.length > 3 ? code : `${code} ${text(item.title)}`)));
}
