import type { LensGroupReport, LensReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import { weakestItems } from '#report/weakest-items.ts';
import type { Format } from '../format.ts';
import { thresholdsOf } from './report-areas.ts';
import { barOf } from './report-bar.ts';
import type { PageCharts } from './report-charts.ts';
import { claimedChip } from './report-level.ts';
import { picturesOf } from './report-pictures.ts';

/** The same answers grouped in other ways. The checklist's first lens also names what is weakest in each group. */
export function lensesPart(report: Report, charts: PageCharts, format: Format) {
  const [first, ...others] = report.lenses.map(lens => lensView(lens, report, charts, format));
  const lead = report.lenses[0];
  return {
    first: first && lead ? { ...first, weakest: weakestRows(lead, report, format) } : null,
    covered: others.filter(({ bars }) => bars.length > 0),
    uncovered: others.filter(({ bars }) => bars.length === 0),
    pictures: others.flatMap(({ pictures }) => pictures),
  };
}

function lensView({ id, title, groups }: LensReport, report: Report, charts: PageCharts, format: Format) {
  const thresholds = thresholdsOf(report);
  const covered = groups.filter(({ counts }) => counts.total > 0);
  return {
    id: `lens-${id}`,
    title: format.text(title),
    bars: covered.map(group => barOf(group, { counted: true, thresholds }, format)),
    missing: missingWords(groups, report, format),
    files: charts.files(`lens-${id}`),
    pictures: picturesOf(id, report, format),
  };
}

/** By name: groups whose items the scope leaves out, and groups for which the checklist has none. */
function missingWords(groups: LensGroupReport[], { wholeChecklist }: Report, { t, text, list }: Format): string[] {
  const missing = groups.filter(({ counts }) => counts.total === 0);
  const codeOf = new Map(wholeChecklist.areas.map(({ id, code }) => [id, code]));
  const outside = missing
    .filter(({ areasOutside }) => areasOutside.length > 0)
    .map(({ title, areasOutside }) =>
      t('charts.lens.outside.group', {
        group: text(title),
        areas: list(areasOutside.map(area => codeOf.get(area) ?? area)),
      }),
    );
  const nowhere = missing.filter(({ areasOutside }) => areasOutside.length === 0).map(({ title }) => text(title));
  return [
    ...(outside.length > 0 ? [t('charts.lens.outside', { groups: list(outside) })] : []),
    ...(nowhere.length > 0 ? [t('charts.lens.nowhere', { groups: list(nowhere) })] : []),
  ];
}

const weakestShown = 3;

function weakestRows({ groups }: LensReport, report: Report, format: Format) {
  return groups
    .filter(({ counts }) => counts.scored > 0)
    .map(({ title, items, counts }) => ({
      title: format.text(title),
      items: weakestItems(items, weakestShown).map(item => ({
        chip: claimedChip(item, report, format),
        title: `${item.code} ${format.text(item.item.title)}`,
      })),
      open: counts.open === 0 ? null : format.t('charts.lens.open', { count: counts.open }),
    }));
}
