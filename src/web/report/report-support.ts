import type { Report } from '#report/report.ts';
import { isUsualScale } from '#report/step.ts';
import type { SupportCell } from '#report/support-grid.ts';
import type { Format } from '../format.ts';
import type { PageCharts } from './report-charts.ts';
import { chipOfStep } from './report-level.ts';

/** Claimed against supported: which items evidence carries, and which claims stand above it. */
export function supportPart({ supportGrid, checklist }: Report, charts: PageCharts, format: Format) {
  const usual = isUsualScale(checklist.scale);
  return {
    lead: leadOf(supportGrid, usual, format),
    about: usual ? format.t('charts.support.about') : format.t('charts.support.about.share'),
    carried: usual ? format.t('charts.support.carried') : format.t('charts.support.carried.share'),
    drawing: charts.draw('claimed-supported'),
    files: charts.files('claimed-supported'),
    rows: supportGrid.map(cell => ({
      claimed: stepChip(cell.claimed, usual, format),
      supported: stepChip(cell.supported, usual, format),
      distance: usual ? distanceWords(cell, format) : shareWords(cell, format),
      count: String(cell.items.length),
      items: itemWords(cell, format),
    })),
  };
}

function leadOf(grid: SupportCell[], usual: boolean, { t }: Format): string {
  const count = (cells: SupportCell[]) => cells.reduce((sum, { items }) => sum + items.length, 0);
  const total = count(grid);
  const above = count(grid.filter(({ claimed, supported }) => claimed > supported));
  if (total === 0) return t('charts.support.none');
  const numbers = { count: total, carried: total - above, above };
  return usual ? t('charts.support.lead', numbers) : t('charts.support.lead.share', numbers);
}

/** A fifth of the score where levels are not 0 to 5. */
function stepChip(step: number, usual: boolean, { percent }: Format) {
  return usual ? chipOfStep(step) : { ...chipOfStep(step), mark: percent(20 * step) };
}

function shareWords({ claimed, supported }: SupportCell, { t }: Format): string {
  return claimed === supported
    ? t('charts.support.same.share')
    : t('charts.support.distance.share', { points: 20 * (claimed - supported) });
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
