import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noteHtml } from '#web/note-html.ts';

const cases: [what: string, source: string, html: string][] = [
  [
    'emphasis beside Chinese',
    '**（注意）**请检查，**重点：**共 48 处',
    '<p><strong>（注意）</strong>请检查，<strong>重点：</strong>共 48 处</p>',
  ],
  ['a product', '面积3*4*5，a * b', '<p>面积3*4*5，a * b</p>'],
  ['line breaks and a list', '一\n二\n\n- 三', '<p>一<br>\n二</p>\n<ul>\n<li>三</li>\n</ul>'],
  ['a heading', '# 题', '<h4>题</h4>'],
  ['a deep heading', '##### 题', '<h6>题</h6>'],
  [
    'a link',
    '[方案](https://x.cn/?a=1&b="2")',
    '<p><a href="https://x.cn/?a=1&amp;b=%222%22" rel="noopener noreferrer">方案</a></p>',
  ],
  ['a link that runs', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['a link within the site', '[x](/assessments)', '<p>[x](/assessments)</p>'],
  ['a link without its address', '[方案]( )', '<p>[方案]()</p>'],
  [
    'a link without words',
    '[](https://x.cn)',
    '<p><a href="https://x.cn" rel="noopener noreferrer">https://x.cn</a></p>',
  ],
  ['a picture without its address', '![图]()', '<p>![图]()</p>'],
  ['an address alone', 'https://x.cn', '<p>https://x.cn</p>'],
  [
    'a picture',
    '![图"](https://x.cn/a.png)',
    '<p><a href="https://x.cn/a.png" rel="noopener noreferrer">图&quot;</a></p>',
  ],
  [
    'tags',
    '<script>alert(1)</script><img src=x onerror=y>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=y&gt;</p>',
  ],
  ['a table', '|a|\n|:-|\n|1|', '<p>|a|<br>\n|:-|<br>\n|1|</p>'],
  ['a ruled line', '正文\n---', '<p>正文</p>\n<hr>'],
  ['an indented paragraph', '    四格', '<p>四格</p>'],
  ['a source in brackets', '[1]: https://x.cn', '<p>[1]: https://x.cn</p>'],
];

for (const [what, source, html] of cases) {
  test(`${what} is set as a person who typed it means it`, () => {
    assert.equal(noteHtml(source).trim(), html);
  });
}

test('what is nested deeper than the parser goes is shown as it was typed', () => {
  for (const source of ['>'.repeat(50_000), `${'> - '.repeat(40)}正文`])
    assert.equal(noteHtml(source), `<p>${source.replaceAll('>', '&gt;')}</p>\n`);
});

test('no note makes a tag or an attribute of its own, and none loses its letters', () => {
  const piece = fc.constantFrom(
    ...'<>"\'&*_~`#-+![]()\n \\|:'.split(''),
    '字',
    'http://x',
    '<script>',
    'style=',
    '1.',
    '    ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const html = noteHtml(pieces.join(''));
      for (const [, tag = '', attributes = ''] of html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)) {
        assert.match(tag, /^(p|br|ul|ol|li|h[4-6]|a|strong|em|s|code|pre|blockquote|hr)$/);
        assert.match(
          attributes,
          /^( href="https?:[^"]*"( title="[^"]*")? rel="noopener noreferrer"| start="\d+"| class="language-[^"]*")?$/,
        );
      }
      assert.ok([...html.matchAll(/字/g)].length >= pieces.filter(one => one === '字').length);
    }),
    { numRuns: 2_000 },
  );
});

test('a note of 50,000 characters takes its time from its length, whatever is in it', () => {
  const length = 50_000;
  const texts = [
    '[',
    '![[',
    '*a',
    '**a ',
    '_a',
    '`',
    '<',
    '&',
    '~~a',
    '*_~~',
    '**（中',
    '[a](',
    '<http:',
    '正文，**重点**。\n\n- 列\n',
  ];
  const timeOf = (text: string) => {
    const start = process.cpuUsage().user;
    noteHtml(text);
    return process.cpuUsage(undefined).user - start;
  };
  for (const text of texts) {
    const half = text.repeat(length / text.length / 2);
    const whole = text.repeat(length / text.length);
    assert.ok(timeOf(whole) < 5 * timeOf(half) + 500_000, JSON.stringify(text));
  }
});
