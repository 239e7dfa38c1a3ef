import type { EChartsCoreOption } from 'echarts/core';
import { freeMarks, rectMark, textMark } from './free-marks.ts';
import { type Box, hatchPath } from './hatch-path.ts';
import { levelColours, palette } from './palette.ts';
import { wrapText } from './wrap-text.ts';

/** What stands in one cell: a value on the colour of a step from 0 to 5, or a dash with its reason in an outline. */
export type Cell = { figure: string; note: string; step: number | null; hatched: boolean };
export type Grid = {
  columns: string[];
  /** `end` stands after the last cell. */
  rows: { label: string; end: string; cells: Cell[] }[];
  cellHeight: number;
};

const labelWidth = 190;
const endWidth = 58;
const top = 44;
const gap = 3;
/** Of all columns together, as long as none gets narrower than `least`. */
const room = 512;
const least = 56;

/** A table of coloured cells with their numbers, hatching in the two lowest bands. */
export function cellGrid({ columns, rows, cellHeight }: Grid): {
  width: number;
  height: number;
  option: EChartsCoreOption;
} {
  const cellWidth = Math.max(least, room / Math.max(1, columns.length));
  const width = cellWidth * columns.length;
  const height = cellHeight * rows.length;
  const boxOf = (row: number, column: number) => ({
    ...{ x: labelWidth + column * cellWidth + gap / 2, y: top + row * cellHeight + gap / 2 },
    ...{ width: cellWidth - gap, height: cellHeight - gap },
  });
  const centreOf = (row: number) => top + (row + 0.5) * cellHeight;
  const end = labelWidth + width + 10;
  return {
    width: end + endWidth - 10,
    height: top + height + 4,
    option: {
      grid: { left: labelWidth, top, width, height },
      xAxis: axisOf(columns, { position: 'top', width: cellWidth - 6 }),
      yAxis: axisOf(
        rows.map(({ label }) => label),
        { position: 'left', inverse: true, width: labelWidth - 12 },
      ),
      series: [
        freeMarks(
          rows.flatMap(({ cells, end: words }, row) => [
            ...cells.flatMap((cell, column) => cellMarks(cell, boxOf(row, column))),
            ...(words === '' ? [] : [textMark(words, { x: end, y: centreOf(row), align: 'left' })]),
          ]),
          2,
        ),
      ],
    },
  };
}

function axisOf(labels: string[], { width, ...axis }: { position: 'top' | 'left'; inverse?: boolean; width: number }) {
  return {
    ...{ type: 'category', axisLine: { show: false }, axisTick: { show: false } },
    ...axis,
    data: labels.map(label => wrapText(label, { width, size: 13, lines: 2 }).join('\n')),
    axisLabel: { interval: 0, color: palette.ink, fontSize: 13, lineHeight: 16 },
  };
}

function cellMarks({ figure, note, step, hatched }: Cell, box: Box): object[] {
  const ground = { ...box, r: 3 };
  if (step === null) {
    const outline = { fill: 'none', stroke: palette['line-control'], lineDash: [3, 3] };
    return [rectMark(ground, outline), ...texts(figure, note, { box, ink: palette['ink-2'] })];
  }
  const { fill, ink } = levelColours(step);
  return [
    rectMark(ground, { fill }),
    ...(hatched ? hatchMark(box, step, ink) : []),
    ...texts(figure, note, { box, ink }),
  ];
}

function hatchMark(box: Box, step: number, stroke: string): object[] {
  const pathData = hatchPath(box, step);
  return pathData === ''
    ? []
    : [{ type: 'path', shape: { pathData }, style: { fill: 'none', stroke, strokeOpacity: 0.28 } }];
}

function texts(figure: string, note: string, { box, ink }: { box: Box; ink: string }): object[] {
  const lines = note === '' ? [] : wrapText(note, { width: box.width - 6, size: 11.5, lines: 2 });
  const x = box.x + box.width / 2;
  const first = box.y + box.height / 2 - lines.length * 7.5;
  return [
    textMark(figure, { x, y: first, align: 'center' }, { fill: ink, font: '600 15px x' }),
    ...lines.map((line, index) =>
      textMark(line, { x, y: first + 18 + index * 15, align: 'center' }, { fill: ink, font: '11.5px x' }),
    ),
  ];
}
