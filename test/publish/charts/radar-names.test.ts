import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charts } from '#publish/charts/draw-charts.ts';
import { textWidth } from '#publish/charts/wrap-text.ts';
import { demoReport, wordingIn } from '../../support/demo-report.ts';

const size = 13;
const textLine =
  /<text dy="[^"]+" text-anchor="(\w+)" font-size="13"(?: y="([^"]+)")? transform="translate\((\S+) (\S+)\)"[^>]*>([^<]+)/g;

/** Lines of the names around the radar, each with the room that the widest font needs. */
function linesOf(svg: string) {
  return [...svg.matchAll(textLine)].map(([, anchor, down = '0', across = '', from = '', words = '']) => {
    const width = textWidth(words, size);
    const left = Number(across) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    return { words, left, right: left + width, middle: Number(from) + Number(down) };
  });
}

test('the names of twelve areas around the radar are whole, inside the picture and never over one another', async () => {
  const report = await demoReport();
  for (const language of ['zh-CN', 'en'] as const) {
    const lines = linesOf(charts.svg(report, 'radar', wordingIn(language)) ?? '');
    assert.ok(lines.length >= report.areas.length, `${lines.length} lines`);
    for (const [index, line] of lines.entries()) {
      assert.ok(line.left >= 0 && line.right <= 456, `${line.words} leaves the picture`);
      assert.doesNotMatch(line.words, /…$/);
      for (const other of lines.slice(index + 1)) {
        const isBeside = line.right <= other.left || other.right <= line.left;
        assert.ok(isBeside || Math.abs(line.middle - other.middle) >= size, `${line.words} over ${other.words}`);
      }
    }
  }
});
