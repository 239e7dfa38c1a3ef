import assert from 'node:assert/strict';
import { test } from 'node:test';
import { densityOf } from '#web/workshop/projector/density.ts';

const looks = ['', 'is-dense', 'is-denser', 'is-densest', 'is-smallest'];
const item = (letters: number) => ({
  ...{ title: '研判会商', question: '研判会商是否按规定的条件启动？', language: 'zh' as const },
  levels: Array.from({ length: 6 }, () => '字'.repeat(letters)),
});

test('short texts are set large, and longer ones never larger than shorter ones', () => {
  assert.equal(densityOf(item(20)), '');
  const ranks = Array.from({ length: 150 }, (_, letters) => looks.indexOf(densityOf(item(letters))));
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => a - b),
  );
  assert.equal(densityOf(item(149)), 'is-smallest');
});

test('English, with its wider names of levels, is set no larger than Chinese of the same width', () => {
  for (let letters = 0; letters < 120; letters += 5) {
    const chinese = looks.indexOf(densityOf(item(letters)));
    const english = looks.indexOf(densityOf({ ...item(letters), language: 'en' }));
    assert.ok(english >= chinese, `${letters} letters`);
  }
});
