import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textDifference } from '#web/assessment/text-difference.ts';

test('only what differs is marked', () => {
  assert.deepEqual(textDifference('共 46 处', '共 48 处'), {
    before: { start: '共 ', part: '46', end: ' 处' },
    after: { start: '共 ', part: '48', end: ' 处' },
  });
});

test('a number with its unit and a word are marked whole', () => {
  assert.deepEqual(textDifference('已填 5 / 16 格、得 16%', '已填 6 / 16 格、得 18%').after, {
    ...{ start: '已填 ', part: '6 / 16 格、得 18%', end: '' },
  });
  assert.deepEqual(textDifference('得 16% 的', '得 18% 的').before, { start: '得 ', part: '16%', end: ' 的' });
  assert.deepEqual(textDifference('the plan of 2025', 'the plant of 2025').after, {
    ...{ start: 'the ', part: 'plant', end: ' of 2025' },
  });
});

test('what was empty has no side', () => {
  assert.deepEqual(textDifference('', '新'), { before: null, after: { start: '', part: '新', end: '' } });
});

test('long stretches that stayed are shortened', () => {
  const { after } = textDifference(`${'前'.repeat(500)}${'后'.repeat(500)}`, `${'前'.repeat(500)}x${'后'.repeat(500)}`);
  assert.deepEqual(after, { start: `…${'前'.repeat(60)}`, part: 'x', end: `${'后'.repeat(60)}…` });
});

test('both sides put together are the texts they came from', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '城', '😀'), maxLength: 50 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const sides = textDifference(before, after);
      const whole = (side: (typeof sides)['before']) => (side ? side.start + side.part + side.end : '');
      assert.deepEqual([whole(sides.before), whole(sides.after)], [before, after]);
    }),
  );
});
