import assert from 'node:assert/strict';
import { test } from 'node:test';
import i18next from 'i18next';
import { fillWords } from '#web/fill-words.ts';
import { openWords } from '#web/words.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));

for (const language of ['zh-CN', 'en'] as const) {
  test(`every word is filled in as i18next itself fills it in: ${language}`, () => {
    const labels = words.labels(language);
    const theirs = i18next.createInstance();
    theirs.init({
      ...{ lng: language, resources: { [language]: { words: labels } }, defaultNS: 'words' },
      ...{ keySeparator: false, nsSeparator: false, initAsync: false, interpolation: { escapeValue: false } },
    });
    const ours = words.translate(language);
    const keys = Object.keys(labels);
    assert.ok(keys.length > 1000, `${keys.length} words`);
    for (const key of keys) {
      const params = Object.fromEntries(holesOf(labels[key]).map(hole => [hole, `<${hole}>`]));
      assert.equal(ours(key, params), theirs.t(key, { replace: params }), key);
    }
    for (const key of keys.filter(key => /_(one|other)$/.test(key)))
      for (const count of [0, 1, 2, 5, 1.5]) {
        const plural = key.replace(/_(one|other)$/, '');
        const params = Object.fromEntries(holesOf(labels[key]).map(hole => [hole, `<${hole}>`]));
        const given = { ...params, count };
        assert.equal(ours(plural, given), theirs.t(plural, { count, replace: given }), plural);
      }
  });

  test(`every hole of a word can be filled in: ${language}`, () => {
    const odd = Object.entries(words.labels(language)).filter(([, text]) => /{{|}}/.test(text.replace(/{{\w+}}/g, '')));
    assert.deepEqual(odd, []);
  });
}

test('what is filled in is never looked through for holes, dollars or words of its own', () => {
  const fill = fillWords(() => '{{a}}/{{b}}/{{missing}}', 'en');
  assert.equal(fill('x', { a: '{{b}}', b: '$& $t(site.title)' }), '{{b}}/$& $t(site.title)/');
  assert.equal(fill('x', { a: '__proto__', b: 0 }), '__proto__/0/');
});

test('one and many stand beside each other, whichever is asked for first', () => {
  const fill = fillWords((_key, count) => (count === 1 ? 'one {{x}}' : '{{count}} many'), 'en');
  const asked = [2, 1, 3, 0, 1].map(count => fill('x', { count, x: 'thing' }));
  assert.deepEqual(asked, ['2 many', 'one thing', '3 many', '0 many', 'one thing']);
});

function holesOf(text = ''): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].flatMap(([, hole]) => hole ?? []);
}
