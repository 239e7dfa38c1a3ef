import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mapBounded } from '#store/map-bounded.ts';

test('all are done, in the order of the inputs, and never more than the limit at a time', async () => {
  let atWork = 0;
  let most = 0;
  const outputs = await mapBounded([3, 1, 2, 5, 4], 2, async input => {
    atWork += 1;
    most = Math.max(most, atWork);
    for (let turn = 0; turn < input; turn += 1) await nextTurn();
    atWork -= 1;
    return input * 10;
  });
  assert.deepEqual(outputs, [30, 10, 20, 50, 40]);
  assert.equal(most, 2);
});

test('after a failure no further one is begun', async () => {
  const begun: number[] = [];
  const failing = mapBounded([1, 2, 3, 4, 5, 6], 2, async input => {
    begun.push(input);
    await nextTurn();
    if (input === 2) throw new RangeError('two');
  });
  await assert.rejects(failing, RangeError);
  await nextTurn();
  await nextTurn();
  assert.ok(begun.length <= 3, `${begun}`);
});
