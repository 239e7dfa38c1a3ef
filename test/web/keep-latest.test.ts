import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepLatest } from '#web/keep-latest.ts';

test('a value is made once while it is among those used last', () => {
  const made: string[] = [];
  const kept = keepLatest<string>(2);
  const ask = (key: string) =>
    kept(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(ask(key), key);
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
});
