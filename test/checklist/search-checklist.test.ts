import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markWords, queryWords, searchChecklist } from '#checklist/search-checklist.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

test('marking never changes a text, whatever the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      const parts = markWords(text, queryWords(query));
      assert.equal(parts.map(part => part.text).join(''), text);
    }),
  );
});

test('every sign of a pattern is only a sign', () => {
  for (const sign of String.raw`.*+?^${'$'}{}()|[]\/-`) {
    const parts = markWords(`甲${sign}乙`, queryWords(sign));
    assert.deepEqual(
      parts.find(({ hit }) => hit),
      { text: sign, hit: true },
      sign,
    );
  }
});

test('an item is found by its own words, whatever their case, and only with all of them', () => {
  const lamp = buildItem('lamp', { question: { zh: '路灯亮着吗？', en: 'Are the street lamps lit?' } });
  const checklist = buildChecklist({ areas: [buildArea('a', { items: [lamp, buildItem('bridge')] })] });
  const found = (query: string) => searchChecklist(checklist, queryWords(query)).map(({ item }) => item.id);
  assert.deepEqual(found('路灯'), ['lamp']);
  assert.deepEqual(found('STREET lit'), ['lamp']);
  assert.deepEqual(found('路灯 bridge'), []);
  assert.deepEqual(found('检查项'), ['lamp', 'bridge']);
  assert.deepEqual(found('  '), []);
});
