import type { Chart } from './chart.ts';
import { chartKey } from './chart-key.ts';
import { cleanText } from './clean-text.ts';
import { colourByClass, palette } from './palette.ts';
import { plotSvg } from './plot-svg.ts';
import { element, escapeXml, textElement } from './svg-element.ts';
import { wrapText } from './wrap-text.ts';

/** For a page: colours by class, so that it follows the theme and prints; `id` is unique on the page. The key stands beside it in the page's own words. */
export function chartOnPage(chart: Chart, id: string): string {
  return element(
    'svg',
    { class: 'drawn', viewBox: `0 0 ${chart.width} ${chart.height}`, ...labelled(id) },
    titles(chart, id) + colourByClass(plotSvg(chart)),
  );
}

const fonts = "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
const margin = 24;
const narrowest = 600;

/** For a file that stands alone: light colours, white ground, title, key and source in it. */
export function chartFile(chart: Chart, { subtitle, source }: { subtitle: string; source: string }): string {
  const width = Math.max(chart.width, narrowest);
  const inset = (width - chart.width) / 2;
  const head = block(
    [
      { text: chart.title, size: 18, fill: palette.ink, weight: 700 },
      { text: subtitle, size: 13, fill: palette['ink-2'] },
    ],
    width,
  );
  const key = chartKey(chart.key, chart.remarks, width);
  const foot = block([{ text: source, size: 12, fill: palette['ink-3'] }], width);
  const plotTop = head.height + 12;
  const keyTop = plotTop + chart.height + 16;
  const footTop = keyTop + key.height + 14;
  const [fullWidth, fullHeight] = [width + 2 * margin, footTop + foot.height + 2 * margin];
  const placed = [
    head.markup,
    element('g', { transform: `translate(${inset} ${plotTop})` }, plotSvg(chart)),
    element('g', { transform: `translate(0 ${keyTop})` }, key.markup),
    element('g', { transform: `translate(0 ${footTop})` }, foot.markup),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width: fullWidth, height: fullHeight },
      ...{ viewBox: `0 0 ${fullWidth} ${fullHeight}`, 'font-family': fonts, ...labelled('chart') },
    },
    titles(chart, 'chart') +
      element('rect', { width: fullWidth, height: fullHeight, fill: palette.surface }) +
      element('g', { transform: `translate(${margin} ${margin})` }, placed.join('')),
  )}\n`;
}

function labelled(id: string) {
  return { role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-desc` };
}

function titles({ title, description }: Chart, id: string): string {
  return (
    element('title', { id: `${id}-title` }, escapeXml(cleanText(title))) +
    element('desc', { id: `${id}-desc` }, escapeXml(cleanText(description)))
  );
}

type Paragraph = { text: string; size: number; fill: string; weight?: number };

function block(paragraphs: Paragraph[], width: number): { markup: string; height: number } {
  let y = 0;
  const lines = paragraphs.flatMap(({ text, size, fill, weight = 400 }) =>
    wrapText(text, { width, size, lines: 4 }).map(line => {
      y += Math.round(size * 1.5);
      return textElement(line, { x: 0, y: y - size / 3, 'font-size': size, 'font-weight': weight, fill });
    }),
  );
  return { markup: lines.join(''), height: y };
}
