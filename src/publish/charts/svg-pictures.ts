import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { showMissing } from '../documents/printable-text.ts';
import { notoSansSc } from '../fonts/noto-sans-sc.ts';
import { subsetFont } from '../fonts/subset-font.ts';

/** About 160 MB while it is drawn. */
const mostPixels = 40_000_000;

/** Two use both cores of a small machine and leave threads for the rest. */
const atOnce = 2;

/** PNG of twice the size, less where that would be too many pixels. */
export async function svgPictures(drawings: readonly string[]): Promise<Buffer[]> {
  if (drawings.length === 0) return [];
  const printable = drawings.map(svg => showMissing(svg, new Set()));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-letters-'));
  try {
    const fontFiles = await writeSmallFonts(folder, printable.join(''));
    return await inLanes(printable, svg => drawPng(svg, fontFiles));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the order of the drawings. */
async function inLanes(drawings: string[], draw: (svg: string) => Promise<Buffer>): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  const waiting = drawings.entries();
  const lane = async () => {
    for (const [index, svg] of waiting) pictures[index] = await draw(svg);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return pictures;
}

/** resvg reads the whole font again for every text in a drawing: with only the letters that occur it is twenty times as quick. */
function writeSmallFonts(folder: string, text: string): Promise<string[]> {
  return Promise.all(
    notoSansSc.files.map(async file => {
      const small = path.join(folder, path.basename(file));
      await writeFile(small, subsetFont(await readFile(file), text));
      return small;
    }),
  );
}

async function drawPng(svg: string, fontFiles: string[]): Promise<Buffer> {
  const { family } = notoSansSc;
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoomOf(svg) },
    // Without font files all text would be left out, and no error raised.
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family, sansSerifFamily: family },
  });
  return image.asPng();
}

function zoomOf(svg: string): number {
  const [, width = '1', height = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Math.min(2, Math.sqrt(mostPixels / (Number(width) * Number(height))));
}
