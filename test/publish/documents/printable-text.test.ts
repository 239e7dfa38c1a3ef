import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breakLongWords, cleanText, showMissing } from '#publish/documents/printable-text.ts';
import { fontCharacters } from '#publish/fonts/font-characters.ts';

test('whatever is typed becomes text that the font can show, and nothing visible is left out', () => {
  const has = fontCharacters();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const shown = showMissing(cleanText(text), new Set());
      assert.ok(shown.isWellFormed());
      for (const sign of shown) assert.ok(sign === '\n' || has.has(sign.codePointAt(0) ?? 0), sign);
    }),
  );
});

test('a missing character is written as its number and collected once', () => {
  const missing = new Set<string>();
  assert.equal(showMissing('𠮷田𠮷', missing), '〔U+20BB7〕田〔U+20BB7〕');
  assert.deepEqual([...missing], ['U+20BB7']);
  assert.equal(showMissing('镕囧龘〇', missing), '镕囧龘〇');
});

test('long words get places to break and lose nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), text => {
      const broken = breakLongWords(text.replaceAll('\u200b', ''));
      assert.equal(broken.replaceAll('\u200b', ''), text.replaceAll('\u200b', ''));
      for (const word of broken.split(/[\u200b\s]/)) assert.ok(word.length < 33, word);
    }),
  );
  assert.equal(breakLongWords('short words stay'), 'short words stay');
});
