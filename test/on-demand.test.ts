import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onDemand } from '#src/on-demand.ts';

test('nothing is loaded before it is asked for, and those who ask at once share one load', async () => {
  let loads = 0;
  const open = onDemand(async () => {
    loads += 1;
    return { loads };
  });
  assert.equal(loads, 0);
  const [first, second] = await Promise.all([open(), open()]);
  assert.equal(first, second);
  assert.equal(await open(), first);
  assert.equal(loads, 1);
});

test('a load that fails fails who asked, and the next one tries again', async () => {
  let loads = 0;
  const open = onDemand(async () => {
    loads += 1;
    if (loads === 1) throw new Error('cannot be read just now');
    return 'loaded';
  });
  await assert.rejects(open(), /cannot be read just now/);
  assert.equal(await open(), 'loaded');
});
