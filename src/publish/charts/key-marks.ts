import { hatchPath } from './hatch-path.ts';
import { levelColours, palette } from './palette.ts';
import { element, textElement } from './svg-element.ts';

/** A line of the key: a mark of 28 × 14 as markup, and what it stands for. */
export type KeyMark = { mark: string; words: string };

const { accent, ink, surface } = palette;
const dash = '5 3';

export const keyMarks = {
  claimedBar: element('rect', { y: 2, width: 28, height: 10, fill: accent }),
  voteBar: element('rect', { y: 2, width: 28, height: 10, fill: palette['level-4'] }),
  range: element('rect', { width: 28, height: 14, fill: accent, 'fill-opacity': 0.22 }),
  supportedTick: element('rect', { x: 11.5, width: 5, height: 14, fill: surface, stroke: ink, 'stroke-width': 2 }),
  threshold: element('path', { d: 'M14 0V14', stroke: palette['line-control'], 'stroke-dasharray': '2 3' }),
  claimedLine: element('path', { d: 'M0 7H28', stroke: accent, 'stroke-width': 2 }),
  supportedLine: element('path', { d: 'M0 7H28', stroke: ink, 'stroke-width': 1.5, 'stroke-dasharray': dash }),
  claimedPoint:
    element('path', { d: 'M0 7H28', stroke: accent, 'stroke-width': 2 }) +
    element('circle', { cx: 14, cy: 7, r: 5.5, fill: accent }),
  supportedPoint:
    element('path', { d: 'M0 7H28', stroke: ink, 'stroke-width': 1.5, 'stroke-dasharray': dash }) +
    element('rect', { x: 11.5, width: 5, height: 14, fill: surface, stroke: ink, 'stroke-width': 2 }),
  commonPoint:
    element('path', { d: 'M0 7H28', stroke: accent, 'stroke-width': 1.5, 'stroke-dasharray': '2 3' }) +
    element('path', { d: 'M14 1L20 7L14 13L8 7Z', fill: surface, stroke: accent, 'stroke-width': 2 }),
  fullDisc: element('circle', { cx: 14, cy: 7, r: 7, fill: accent }),
  hollowDisc: element('circle', { cx: 14, cy: 7, r: 6, fill: surface, stroke: ink, 'stroke-width': 1.5 }),
  diagonal: element('path', { d: 'M7 14L21 0', stroke: palette['line-control'], 'stroke-dasharray': '4 3' }),
  ring: element('path', { d: 'M3 13L14 1L25 13', fill: 'none', stroke: palette['line-control'] }),
  empty: element('rect', { ...{ x: 0.5, y: 0.5, width: 27, height: 13 }, ...emptyStyle() }),
};

export function bandMark(band: number): string {
  const box = { x: 0, y: 0, width: 28, height: 14 };
  const { fill, ink: hatchInk } = levelColours(band);
  const hatch = hatchPath(box, band);
  return (
    element('rect', { ...box, rx: 2, fill }) +
    (hatch ? element('path', { d: hatch, stroke: hatchInk, 'stroke-opacity': 0.28 }) : '')
  );
}

/** A numeral on the colour of a step from 0 to 5. */
export function numeralMark(numeral: number, step: number): string {
  const { fill, ink: text } = levelColours(step);
  return (
    element('rect', { x: 4, y: -2, width: 20, height: 18, rx: 3, fill }) +
    textElement(String(numeral), {
      x: 14,
      y: 11.5,
      'text-anchor': 'middle',
      'font-size': 12,
      'font-weight': 700,
      fill: text,
    })
  );
}

/** How a cell without a value is outlined. */
function emptyStyle() {
  return { fill: 'none', stroke: palette['line-control'], 'stroke-dasharray': '2 2' };
}
