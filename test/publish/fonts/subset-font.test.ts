import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import { notoSansSc } from '#publish/fonts/noto-sans-sc.ts';
import { subsetFont } from '#publish/fonts/subset-font.ts';

const [file = ''] = notoSansSc.files;
const font = readFileSync(file);

test('a font of a few letters draws them as the whole one does, composed ones too, and is small', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const text = '城市韧性 2026 Éàü ①℃';
  const small = path.join(folder, 'small.ttf');
  const subset = subsetFont(font, text);
  await writeFile(small, subset);
  assert.ok(subset.length < font.length / 20, `${subset.length} bytes`);
  assert.deepEqual(draw(text, small), draw(text, file));
  assert.notDeepEqual(draw('别的', small), draw('别的', file));
});

function draw(text: string, fontFile: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="30"><text y="22" font-size="20" font-kerning="none" font-family="${notoSansSc.family}">${text}</text></svg>`;
  const image = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontFile] } }).render();
  return image.pixels;
}
