import { isSameUnit } from '#report/is-same-unit.ts';
import type { LineUp } from '#report/line-up.ts';
import type { Chart, ChartWording } from './chart.ts';
import { keyMarks } from './key-marks.ts';
import { palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** What the chart shows of assessments side by side. */
type Trend = Pick<LineUp, 'sides' | 'figures' | 'common'>;

const width = 760;
const plot = { left: 48, right: 24, top: 24, bottom: 64 };

/**
 * Claimed, supported and like-for-like scores over time, oldest left; the three differ by mark and line, not by colour alone. Different
 * units are no development: their marks stand side by side without lines.
 */
export function trendChart(lineUp: Trend, wording: ChartWording): Chart {
  const { t } = wording;
  const linked = isSameUnit(lineUp.sides);
  const common = lineUp.figures.map(({ claimed }) => claimed);
  return {
    ...{ width, height: 320 },
    title: t(linked ? 'compare.chart.trend' : 'compare.chart.beside'),
    description: lineUp.sides
      .map((side, index) => sideWords(side, common[index] ?? null, wording))
      .join(t('charts.separator')),
    option: {
      grid: plot,
      xAxis: {
        type: 'category',
        boundaryGap: true,
        data: lineUp.sides.map(side => nameOf(side, wording)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette['line-control'] } },
        axisLabel: { interval: 0, color: palette.ink, fontSize: 12, lineHeight: 16, margin: 10 },
      },
      yAxis: {
        ...{ type: 'value', min: 0, max: 100, interval: 20, axisLine: { show: false }, axisTick: { show: false } },
        axisLabel: { color: palette['ink-3'], fontSize: 12 },
        splitLine: { lineStyle: { color: palette.line } },
      },
      series: [
        series(
          lineUp.sides.map(({ supported }) => supported),
          { look: looks.supported, linked },
        ),
        ...(common.some(score => score !== null) ? [series(common, { look: looks.common, linked })] : []),
        series(
          lineUp.sides.map(({ shown }) => shown.score),
          { look: looks.claimed, linked },
        ),
      ],
    },
    key: [
      { mark: keyMarks.claimedPoint, words: t('compare.chart.claimed') },
      { mark: keyMarks.supportedPoint, words: t('compare.chart.supported') },
      ...(lineUp.common > 0
        ? [{ mark: keyMarks.commonPoint, words: t('compare.chart.common', { count: lineUp.common }) }]
        : []),
    ],
    remarks: linked ? [] : [t('compare.chart.no-lines')],
  };
}

const looks = {
  claimed: {
    ...{ symbol: 'circle', size: 11, label: 'top' },
    item: { color: palette.accent, borderColor: palette.surface, borderWidth: 1 },
    line: { color: palette.accent, width: 2 },
  },
  supported: {
    ...{ symbol: 'rect', size: [5, 16], label: 'bottom' },
    item: { color: palette.surface, borderColor: palette.ink, borderWidth: 2 },
    line: { color: palette.ink, width: 1.5, type: [5, 3] },
  },
  /** Its numbers stand in the table: three at one place would cover one another. */
  common: {
    ...{ symbol: 'diamond', size: 12, label: null },
    item: { color: palette.surface, borderColor: palette.accent, borderWidth: 2 },
    line: { color: palette.accent, width: 1.5, type: [2, 3] },
  },
};

type Drawn = { look: (typeof looks)[keyof typeof looks]; linked: boolean };

function series(scores: (number | null)[], { look, linked }: Drawn) {
  return {
    ...{
      type: 'line',
      silent: true,
      showSymbol: true,
      symbol: look.symbol,
      symbolSize: look.size,
      connectNulls: false,
    },
    data: scores.map(score => score ?? '-'),
    ...(look.label === null ? {} : { label: labelAt(look.label) }),
    itemStyle: look.item,
    lineStyle: linked ? look.line : { width: 0, opacity: 0 },
  };
}

function labelAt(position: string) {
  return {
    ...{ show: true, position, distance: 9, color: palette.ink, fontSize: 12 },
    formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? value.toFixed(1) : ''),
  };
}

function nameOf({ city, period, referenceDate }: LineUp['sides'][number], { day }: ChartWording): string {
  const name = wrapText(`${city} ${period}`, { width: 128, size: 12, lines: 2 });
  return [...name, day(referenceDate)].join('\n');
}

function sideWords(
  { city, period, shown, supported }: LineUp['sides'][number],
  common: number | null,
  { t, score }: ChartWording,
): string {
  return t('compare.chart.side', {
    title: `${city} ${period}`,
    claimed: score(shown.score),
    supported: score(supported),
    common: score(common),
  });
}
