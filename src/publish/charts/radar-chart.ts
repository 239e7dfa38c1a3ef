import { scoredAreas } from '#report/chart-names.ts';
import type { AreaReport } from '#report/group-report.ts';
import type { Report } from '#report/report.ts';
import { descriptionOf } from './bar-charts.ts';
import type { Chart, ChartWording } from './chart.ts';
import { keyMarks } from './key-marks.ts';
import { palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

const size = 13;
const lineHeight = 15;
const [width, height] = [456, 352];
const [radius, nameGap] = [100, 10];
/** Corners stand so near to each other that names of more lines would meet. */
const crowded = { corners: 10, lines: 3 };

/** The shape of the areas in per cent: claimed solid, supported dashed. Areas without a score have no corner and are named underneath. */
export function radarChart({ areas }: Report, wording: ChartWording): Chart {
  const { t, text, list } = wording;
  const shown = scoredAreas(areas);
  const missing = areas.filter(area => !shown.includes(area)).map(({ area, title }) => `${area.code} ${text(title)}`);
  return {
    ...{ width, height },
    title: t('charts.radar'),
    description: descriptionOf(
      shown.map(area => ({ ...area, code: area.area.code })),
      wording,
    ),
    option: {
      radar: radarOf(shown, wording),
      series: [seriesOf(shown.map(({ figures }) => figures.score ?? 0)), dashed(shown)],
    },
    key: [
      { mark: keyMarks.claimedLine, words: t('report.key.claimed') },
      { mark: keyMarks.supportedLine, words: t('report.key.supported') },
      { mark: keyMarks.ring, words: t('charts.radar.rings') },
    ],
    remarks: missing.length === 0 ? [] : [t('charts.radar.missing', { areas: list(missing) })],
  };
}

function radarOf(areas: AreaReport[], { text }: ChartWording) {
  // The first corner stands at the top, the others follow against the clock: listed backwards they follow the clock.
  return {
    ...{ center: ['50%', '50%'], radius, splitNumber: 5, shape: 'polygon', axisNameGap: nameGap },
    indicator: clockwise(areas.map(({ area, title }, index) => cornerOf(`${area.code} ${text(title)}`, index, areas))),
    axisName: { color: palette.ink, fontSize: size, lineHeight },
    splitArea: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLine: { lineStyle: { color: palette.line } },
  };
}

function cornerOf(name: string, index: number, { length }: AreaReport[]) {
  const room = {
    width: roomBeside((2 * Math.PI * index) / length),
    size,
    lines: length < crowded.corners ? 4 : crowded.lines,
  };
  return { name: wrapText(name, room).join('\n'), max: 100 };
}

/** From the corner to the edge of the picture; names at the very top and bottom stand across the middle. */
function roomBeside(angle: number): number {
  const aside = Math.abs(Math.sin(angle));
  return aside < 0.01 ? 1.4 * radius : width / 2 - aside * radius - nameGap;
}

function seriesOf(scores: number[]) {
  return {
    ...{ type: 'radar', silent: true, symbol: 'circle', symbolSize: 6 },
    data: [{ value: clockwise(scores) }],
    itemStyle: { color: palette.accent },
    lineStyle: { color: palette.accent, width: 2 },
    areaStyle: { color: palette.accent, opacity: 0.14 },
  };
}

function dashed(areas: AreaReport[]) {
  return {
    ...{ type: 'radar', silent: true, symbol: 'none' },
    data: [{ value: clockwise(areas.map(({ figures }) => figures.supported ?? 0)) }],
    lineStyle: { color: palette.ink, width: 1.5, type: [5, 3] },
  };
}

function clockwise<T>(values: T[]): T[] {
  return [...values.slice(0, 1), ...values.slice(1).reverse()];
}
