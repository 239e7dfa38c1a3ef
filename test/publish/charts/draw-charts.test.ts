import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { charts } from '#publish/charts/draw-charts.ts';
import { chartNames } from '#report/chart-names.ts';
import { buildReport, type Report } from '#report/report.ts';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';
import { minutesAfter } from '../../report/build-minutes.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const wordingIn = (language: 'zh-CN' | 'en') =>
  formatIn({ language, t: words.translate(language), timeZone: 'Asia/Shanghai', now: () => new Date(0) });
const wording = wordingIn('zh-CN');

type Titles = { text?: string; city?: string };

/** One report that has every chart; `text` stands wherever a city or an author can write. */
function reportWith({ text = '城市', city = '示例市' }: Titles = {}): Report {
  const title = { zh: text, en: text };
  const group = (id: string, tag: string) => ({ id, label: title, tags: [tag] });
  const checklist = buildChecklist({
    title,
    lenses: [
      { id: 'rows', title, groups: [group('r1', 'r:1'), group('r2', 'r:2'), group('r3', 'r:3')] },
      { id: 'columns', title, groups: [group('c1', 'c:1'), group('c2', 'c:2')] },
      { id: 'grid', title, rows: 'rows', columns: 'columns' },
    ],
    areas: ['a', 'b', 'c', 'd']
      .map(id => ({
        ...buildArea(id, {
          items: [buildItem(`${id}1`, { title, tags: ['r:1', 'c:1'] }), buildItem(`${id}2`, { tags: ['r:2', 'c:2'] })],
        }),
        title,
      }))
      .concat({
        ...buildArea('m', {
          items: [
            {
              ...{ id: 'm1', code: 'M1', kind: 'matrix', title, weight: 0, cellMax: 2, cells: [title, title, title] },
              ...{
                rows: [
                  { id: 'x', label: title },
                  { id: 'y', label: title },
                ],
                columns: [{ id: 'k', label: title }],
              },
            },
          ],
        }),
        title,
      }),
  });
  const answers = {
    ...{ a1: scored(4, 'document'), b1: scored(3, 'audit'), c1: scored(1), d1: scored(5, 'event') },
    ...{ a2: scored(2), b2: { answer: 'unknown' as const }, m1: scored({ x: { k: 2 } }) },
  };
  const minutes = {
    ...minutesAfter([
      [0, 0, 0, 5, 5, 5],
      [3, 3, 3, 4, 4],
    ]),
    title: text,
  };
  return buildReport(buildAssessment(answers, { city }), checklist, '2026-11-18T06:40:00.000Z', [minutes]);
}

const report = reportWith();
const names = chartNames(report);

test('the example has every kind of chart', () => {
  assert.deepEqual(names, [
    ...[
      'areas',
      'radar',
      'claimed-supported',
      'lens-rows',
      'lens-columns',
      'heatmap-grid',
      'matrix-m1',
      'discussion-w1',
    ],
  ]);
});

describe('every chart', () => {
  test('is the same bytes for the same report, whatever was drawn before', () => {
    const first = names.map(name => [charts.svg(report, name, wording), charts.onPage(report, name, wording)]);
    const again = names
      .toReversed()
      .map(name => [charts.svg(report, name, wording), charts.onPage(report, name, wording)]);
    assert.deepEqual(again.toReversed(), first);
  });

  test('has no style, no script, no event, no reference and no id but those of its title and description', () => {
    for (const name of names)
      for (const svg of [charts.svg(report, name, wording) ?? '', charts.onPage(report, name, wording) ?? '']) {
        assert.match(svg, /<svg[^>]* role="img" aria-labelledby="[\w-]+-title" aria-describedby="[\w-]+-desc"/);
        assert.match(svg, /<title id="[\w-]+-title">[^<]+<\/title><desc id="[\w-]+-desc">[^<]+<\/desc>/);
        assert.doesNotMatch(svg, /<style|<script| style=| on\w+=|href|url\(|zr\d/, name);
        assert.equal(svg.match(/ id="/g)?.length, 2, name);
      }
  });

  test('on a page takes every colour from a class that the stylesheet knows', () => {
    const css = readFileSync(path.join(import.meta.dirname, '../../../src/web/assets/rencheng.css'), 'utf8');
    for (const name of names) {
      const svg = charts.onPage(report, name, wording) ?? '';
      assert.doesNotMatch(svg, /(fill|stroke)="(?!none)/, name);
      const used = [...svg.matchAll(/class="([^"]+)"/g)].flatMap(([, classes = '']) => classes.split(' '));
      assert.ok(used.length > 3);
      for (const one of used) assert.ok(new RegExp(`\\.${one}\\b`).test(css), `no rule for .${one}`);
    }
  });

  test('says its values in words and shows them as text', () => {
    const [area] = report.areas;
    const svg = charts.svg(report, 'areas', wording) ?? '';
    assert.match(svg, new RegExp(`<desc[^>]*>A 城市：自报 ${area?.figures.score?.toFixed(1)}，区间`));
    assert.match(svg, new RegExp(`>${area?.figures.score?.toFixed(1)}</text>`));
    assert.match(charts.svg(report, 'matrix-m1', wording) ?? '', /<desc[^>]*>城市：城市 2；城市：城市 未填<\/desc>/);
    assert.match(charts.svg(report, 'heatmap-grid', wording) ?? '', />没有检查项<\/text>/);
    assert.match(charts.svg(report, 'radar', wording) ?? '', /没有得分、未画出：M 城市/);
    assert.match(charts.svg(report, 'lens-rows', wording) ?? '', /本次范围内没有检查项：城市。/);
    assert.match(
      charts.svg(report, 'discussion-w1', wording) ?? '',
      /<desc[^>]*>A1 城市：第 1 轮：意见对立、0 3 票、1 0 票.*第 2 轮：基本一致、.*3 3 票、4 2 票、5 0 票；意见 3 级<\/desc>/,
    );
  });

  test('names city, day, checklist and that nobody has reviewed it, also in English', () => {
    for (const name of names) {
      const svg = charts.svg(report, name, wordingIn('en')) ?? '';
      assert.match(svg, />示例市 2026 年度, self-assessment as of November 30, 2026</);
      assert.match(svg, /nobody has reviewed/);
      assert.match(svg, /Draft/);
    }
  });

  test('stays well-formed and injects nothing, whatever the texts hold', () => {
    const anyText = fc
      .array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 70 })
      .map(units => String.fromCharCode(...units));
    const nasty = fc.constantFrom(
      ...['<script>alert(1)</script>', '"><svg onload=alert(1)>', `' onload='x`, '&amp;&#x0;]]>', '{a|b}{b}{value}'],
      ...['</text><script>', '\u0000\u0008\ud800', '👩‍👩‍👧 \u202egnol', '很长'.repeat(40), 'long '.repeat(20), '$1$&'],
    );
    fc.assert(
      fc.property(fc.oneof(nasty, anyText), fc.constantFrom(...names), (random, name) => {
        const text = `x${random}`;
        const hostile = reportWith({ text, city: text });
        for (const svg of [charts.svg(hostile, name, wording), charts.onPage(hostile, name, wording)]) {
          assert.ok(svg);
          const alone = svg.replace('<svg class="drawn"', '<svg xmlns="http://www.w3.org/2000/svg" class="drawn"');
          assert.doesNotThrow(() => new Resvg(alone, { font: { loadSystemFonts: false } }), name);
          const tags = new Set([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
          for (const tag of tags) assert.ok(known.has(tag ?? ''), `<${tag}> in ${name}`);
          assert.doesNotMatch(svg.replaceAll(/>[^<]*</g, '><'), / on\w+=/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const known = new Set([
  ...['svg', 'title', 'desc', 'g', 'path', 'rect', 'circle', 'line', 'text', 'polygon', 'polyline', 'ellipse'],
]);

test('a name that the report does not have draws nothing', async () => {
  for (const name of [
    '',
    'nothing',
    'lens-',
    'lens-grid',
    'matrix-a1',
    '../areas',
    'claimed',
    'toString',
    'heatmap-rows',
    'discussion-',
    'discussion-w2',
  ]) {
    assert.equal(charts.svg(report, name, wording), undefined, name);
    assert.equal(charts.onPage(report, name, wording), undefined, name);
    assert.equal(await charts.png(report, name, wording), undefined, name);
  }
});

describe('a picture', () => {
  test('is twice the size of the drawing and shows its text', async () => {
    const svg = charts.svg(report, 'areas', wording) ?? '';
    const png = await charts.png(report, 'areas', wording);
    assert.ok(png);
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.equal(png.readUInt32BE(16), 2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
    const bare = await charts.png(reportWith({ text: ' x', city: '－' }), 'areas', wording);
    assert.ok(bare && png.length > bare.length, 'letters are drawn');
  });

  test('is the same twice, and two at once do not mix', async () => {
    const [radar, heatmap] = await Promise.all(
      ['radar', 'heatmap-grid'].map(name => charts.png(report, name, wording)),
    );
    assert.deepEqual(await charts.png(report, 'radar', wording), radar);
    assert.notDeepEqual(radar, heatmap);
  });
});
