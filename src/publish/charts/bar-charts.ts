import type { LensReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import { type BarRow, barRows } from './bar-rows.ts';
import type { Chart, ChartWording } from './chart.ts';
import { type KeyMark, keyMarks } from './key-marks.ts';

/** The areas with claimed and supported score and range. */
export function areasChart(report: Report, wording: ChartWording): Chart {
  const rows = report.areas.map(area => ({ ...area, code: area.area.code }));
  return {
    ...barRows(rows, report, wording),
    title: wording.t('charts.areas'),
    description: descriptionOf(rows, wording),
    key: barKey(report, wording),
    remarks: [],
  };
}

/** The groups of one lens; those without items in scope are named underneath. */
export function lensChart(lens: LensReport, report: Report, wording: ChartWording): Chart {
  const { t, text, list } = wording;
  const rows = lens.groups.filter(({ counts }) => counts.total > 0);
  const empty = lens.groups.filter(({ counts }) => counts.total === 0).map(({ title }) => text(title));
  return {
    ...barRows(rows, report, wording),
    title: text(lens.title),
    description: descriptionOf(rows, wording),
    key: barKey(report, wording),
    remarks: empty.length === 0 ? [] : [t('charts.no-items', { groups: list(empty) })],
  };
}

function barKey({ checklist }: Report, { t, list }: ChartWording): KeyMark[] {
  const bands = list(checklist.grades.filter(({ from }) => from > 0).map(({ id, from }) => `${id} ${from}`));
  return [
    { mark: keyMarks.claimedBar, words: t('report.key.claimed') },
    { mark: keyMarks.supportedTick, words: t('report.key.supported') },
    { mark: keyMarks.range, words: t('report.key.range') },
    { mark: keyMarks.threshold, words: t('report.key.thresholds', { bands }) },
  ];
}

export function descriptionOf(rows: BarRow[], wording: ChartWording): string {
  return rows.map(row => groupWords(row, wording)).join(wording.t('charts.separator'));
}

function groupWords({ code, title, figures, undefinedFor }: BarRow, { t, text, score }: ChartWording): string {
  const name = code === undefined ? text(title) : `${code} ${text(title)}`;
  if (undefinedFor !== null) return t('charts.value', { title: name, value: t(`report.undefined.${undefinedFor}`) });
  const range = t('report.range', { low: score(figures.low), high: score(figures.high) });
  return t('report.chart.group', {
    title: name,
    score: score(figures.score),
    range,
    supported: score(figures.supported),
  });
}
