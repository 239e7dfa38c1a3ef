import { createRequire } from 'node:module';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

const fontFolder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fontFiles = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map(file =>
  path.join(fontFolder, file),
);

/** About 160 MB while it is drawn. */
const mostPixels = 40_000_000;

let last: Promise<unknown> = Promise.resolve();

/** A picture of twice the size, less where that would be too many pixels. One at a time: drawing takes a thread that saving needs too. */
export function chartPng(svg: string): Promise<Buffer> {
  const next = last.then(() => drawPng(svg));
  last = next.catch(() => undefined);
  return next;
}

async function drawPng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoomOf(svg) },
    // Without font files all text would be left out, and no error raised.
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC', sansSerifFamily: 'Noto Sans SC' },
  });
  return image.asPng();
}

function zoomOf(svg: string): number {
  const [, width = '1', height = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Math.min(2, Math.sqrt(mostPixels / (Number(width) * Number(height))));
}
