// The whole library in one file: its six hundred modules one by one were half of the program's start.
import { init } from 'echarts/dist/echarts.esm.min.mjs';
import type { Chart } from './chart.ts';

/** The marks of a chart as SVG markup without `<svg>` around: no style, class, id or script, the same bytes for the same chart. */
export function plotSvg({ option, width, height }: Pick<Chart, 'option' | 'width' | 'height'>): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return plainMarks(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** ECharts writes inline styles and hover rules, which a strict content security policy blocks, and numbers that count up. */
function plainMarks(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*<rect[^>]*><\/rect>/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(
      /<([a-z]+)((?: [\w:-]+="[^"]*")*)\s*(\/?)>/gi,
      (_, name: string, attributes: string, end: string) => `<${name}${plainAttributes(attributes)}${end}>`,
    )
    .replace(/<(path|rect|circle|line|polygon|polyline|ellipse)([^>]*)><\/\1>/g, '<$1$2/>')
    .replace(/\n\s*/g, '');
}

const unneeded = /^(class|pointer-events|xml:space|ecmeta_.*|xmlns.*)$/;

function plainAttributes(attributes: string): string {
  return [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)]
    .flatMap(([written, name = '', value = '']) => {
      if (unneeded.test(name)) return [];
      if (name === 'style') return fontAttributes(value);
      // What Word and LibreOffice do not know.
      return name === 'dominant-baseline' ? [' dy="0.36em"'] : [written];
    })
    .join('');
}

/** `font-size:12px` or the short `font: 700 13px …`; the family stands once on the whole drawing. */
function fontAttributes(style: string): string[] {
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1] ?? /font:[^;]*?\b([1-9]00|bold)\b/.exec(style)?.[1];
  const size = /([\d.]+)px/.exec(style)?.[1];
  return [...(size ? [` font-size="${size}"`] : []), ...(weight ? [` font-weight="${weight}"`] : [])];
}
