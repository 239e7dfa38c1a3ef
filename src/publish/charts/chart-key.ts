import type { KeyMark } from './key-marks.ts';
import { palette } from './palette.ts';
import { element, textElement } from './svg-element.ts';
import { textWidth, wrapText } from './wrap-text.ts';

const size = 12;
const lineHeight = 18;
const gap = 20;
const markWidth = 28 + 8;

/** The key and the remarks under a chart as markup, flowing in lines of `width`. */
export function chartKey(key: KeyMark[], remarks: string[], width: number): { markup: string; height: number } {
  let [x, y] = [0, 0];
  let rowHeight = 0;
  const parts: string[] = [];
  const newRow = () => {
    y += rowHeight + 6;
    [x, rowHeight] = [0, 0];
  };
  for (const { mark, words } of key) {
    const lines = wrapText(words, { width: width - markWidth, size, lines: 3 });
    const taken = markWidth + Math.max(...lines.map(line => textWidth(line, size)));
    if (x > 0 && x + taken > width) newRow();
    parts.push(element('g', { transform: `translate(${x.toFixed(1)} ${y})` }, mark + paragraph(lines, markWidth)));
    x += taken + gap;
    rowHeight = Math.max(rowHeight, lines.length * lineHeight);
  }
  for (const remark of remarks) {
    newRow();
    const lines = wrapText(remark, { width, size, lines: 6 });
    parts.push(element('g', { transform: `translate(0 ${y})` }, paragraph(lines, 0)));
    rowHeight = lines.length * lineHeight;
  }
  return { markup: parts.join(''), height: y + rowHeight };
}

function paragraph(lines: string[], x: number): string {
  return lines
    .map((line, index) =>
      textElement(line, { x, y: 11 + index * lineHeight, 'font-size': size, fill: palette['ink-2'] }),
    )
    .join('');
}
