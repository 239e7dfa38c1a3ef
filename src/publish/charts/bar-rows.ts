import type { EChartsCoreOption } from 'echarts/core';
import type { Figures } from '#report/figures.ts';
import type { GroupReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import type { ChartWording } from './chart.ts';
import { freeMarks, rectMark, textMark } from './free-marks.ts';
import { palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

export type BarRow = GroupReport & { code?: string };
type Drawing = { width: number; height: number; option: EChartsCoreOption };

const width = 760;
const plot = { left: 232, top: 30, width: 384 };
const numbersEnd = { claimed: 676, supported: 748 };
const axisHeight = 26;

/** One row a group: the claimed bar with its range, the supported tick, both numbers; the reason where there is no score. */
export function barRows(rows: BarRow[], { checklist }: Report, wording: ChartWording): Drawing {
  const labels = rows.map(row => labelOf(row, wording));
  const rowHeight = labels.some(lines => lines.length > 2) ? 56 : 40;
  const height = rows.length * rowHeight;
  const centreOf = (row: number) => plot.top + (row + 0.5) * rowHeight;
  return {
    width,
    height: plot.top + height + axisHeight,
    option: {
      grid: { left: plot.left, top: plot.top, width: plot.width, height },
      xAxis: { type: 'value', min: 0, max: 100, ...bareAxis, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        ...{ type: 'category', inverse: true, data: labels.map(lines => lines.join('\n')), ...bareAxis },
        axisLabel: { interval: 0, color: palette.ink, fontSize: 13, lineHeight: 17, margin: 14 },
      },
      series: [
        freeMarks(
          rows.flatMap(({ undefinedFor }, row) => (undefinedFor === null ? [trackMark(centreOf(row))] : [])),
          1,
        ),
        claimedBars(rows),
        freeMarks(
          [
            ...headMarks(wording),
            ...rows.flatMap((row, index) => rowMarks(row, centreOf(index), wording)),
            ...thresholdMarks(checklist.grades, plot.top + height),
          ],
          5,
        ),
      ],
    },
  };
}

const bareAxis = { axisLine: { show: false }, axisTick: { show: false } };

function labelOf({ code, title }: BarRow, { text }: ChartWording): string[] {
  const label = code === undefined ? text(title) : `${code} ${text(title)}`;
  return wrapText(label, { width: plot.left - 20, size: 13, lines: 3 });
}

function claimedBars(rows: BarRow[]) {
  const data = rows.map(({ figures }) => figures.score ?? '-');
  return { type: 'bar', data, barWidth: 12, clip: false, itemStyle: { color: palette.accent }, silent: true, z: 2 };
}

function placeOf(score: number): number {
  return plot.left + (score / 100) * plot.width;
}

function trackMark(y: number) {
  return rectMark({ x: plot.left, y: y - 6, width: plot.width, height: 12 }, { fill: palette.sunken });
}

function headMarks({ t }: ChartWording) {
  return [
    textMark(t('report.claimed.short'), { x: numbersEnd.claimed, y: 14, align: 'right' }),
    textMark(t('report.supported.short'), { x: numbersEnd.supported, y: 14, align: 'right' }),
  ];
}

function rowMarks({ figures, undefinedFor }: BarRow, y: number, { t, score }: ChartWording) {
  const strong = { fill: palette.ink, font: '600 13px x' };
  const numbers = [
    textMark(score(figures.score), { x: numbersEnd.claimed, y, align: 'right' }, strong),
    textMark(score(figures.supported), { x: numbersEnd.supported, y, align: 'right' }, { font: '13px x' }),
  ];
  return undefinedFor === null
    ? [...rangeMark(figures, y), ...supportedMark(figures, y), ...numbers]
    : [textMark(t(`report.undefined.${undefinedFor}`), { x: plot.left, y, align: 'left' }), ...numbers];
}

/** Nothing where nothing is open. */
function rangeMark({ low, high }: Figures, y: number) {
  if (low === null || high === null || high <= low) return [];
  const shape = { x: placeOf(low), y: y - 12, width: placeOf(high) - placeOf(low), height: 24 };
  return [rectMark(shape, { fill: palette.accent, fillOpacity: 0.22 })];
}

function supportedMark({ supported }: Figures, y: number) {
  if (supported === null) return [];
  const style = { fill: palette.surface, stroke: palette.ink, lineWidth: 2 };
  return [rectMark({ x: placeOf(supported) - 2.5, y: y - 10, width: 5, height: 20 }, style)];
}

/** A dotted line where each grade begins, named under the last row. */
function thresholdMarks(grades: Report['checklist']['grades'], bottom: number) {
  return grades
    .filter(({ from }) => from > 0)
    .flatMap(({ id, from }) => [
      {
        type: 'line',
        shape: { x1: placeOf(from), x2: placeOf(from), y1: plot.top, y2: bottom },
        style: { fill: 'none', stroke: palette['line-control'], lineDash: [2, 3] },
      },
      textMark(`${wrapText(id, { width: 30, size: 12, lines: 1 }).join('')} ${from}`, {
        ...{ x: placeOf(from), y: bottom + 14, align: 'center' },
      }),
    ]);
}
