import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from '#publish/charts/clean-text.ts';
import { textWidth, wrapText } from '#publish/charts/wrap-text.ts';

const size = 13;
/** UTF-16 units at random: lone surrogates, controls, marks and all. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map(units => String.fromCharCode(...units));

test('short text stays one line, long text is broken and nothing of it is lost', () => {
  assert.deepEqual(wrapText('一网统管', { width: 120, size, lines: 2 }), ['一网统管']);
  assert.deepEqual(wrapText('One-network management and data sharing', { width: 130, size, lines: 4 }), [
    ...['One-network', 'management and', 'data sharing'],
  ]);
  assert.equal(wrapText('监测—研判—预警—处置闭环', { width: 80, size, lines: 9 }).join(''), '监测—研判—预警—处置闭环');
});

test('what does not fit is cut where it is seen', () => {
  const lines = wrapText('推动智慧城市基础设施与智能网联汽车协同发展', { width: 80, size, lines: 2 });
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? '', /…$/);
});

test('a word that is wider than the line is divided', () => {
  const lines = wrapText('Donaudampfschifffahrtsgesellschaft', { width: 60, size, lines: 9 });
  assert.ok(lines.length > 2);
  assert.equal(lines.join(''), 'Donaudampfschifffahrtsgesellschaft');
});

test('no line begins with a closing mark', () => {
  for (let width = 40; width < 150; width++)
    for (const line of wrapText('城市安全，城市韧性。（监测、研判、预警）：处置！', { width, size, lines: 20 }))
      assert.doesNotMatch(line, /^[，。、）：！]/, `${width}`);
});

test('whatever is typed, lines fit, are as few as asked for and hold only what XML can carry', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 4 }), (text, lines) => {
      const wrapped = wrapText(text, { width: 90, size, lines });
      assert.ok(wrapped.length >= 1 && wrapped.length <= lines);
      for (const line of wrapped) {
        assert.ok(textWidth(line, size) <= 90 + size, line);
        assert.ok(line.isWellFormed());
        assert.doesNotMatch(line, /[\p{Cc}\p{Noncharacter_Code_Point}]/u);
      }
    }),
    { numRuns: 500 },
  );
});

test('cleaning takes out controls and marks that turn the text around, and keeps the rest', () => {
  assert.equal(cleanText('  a\u0000\u202e b\n\t城\ufeff\ud800 😀 '), 'a b 城 \ufffd 😀');
});
