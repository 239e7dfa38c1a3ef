import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameRetrying } from '#store/rename-retrying.ts';

/** Fails with these codes, one after another, then works. */
function renameFailing(codes: string[]) {
  const calls: string[] = [];
  const left = [...codes];
  return {
    calls,
    rename: async (from: unknown, to: unknown) => {
      calls.push(`${from} → ${to}`);
      const code = left.shift();
      if (code) throw Object.assign(new Error(code), { code, errno: -1 });
    },
  };
}

test('a target that is held for a moment is tried again', async () => {
  const { rename, calls } = renameFailing(['EPERM', 'EBUSY', 'EACCES']);
  await renameRetrying('a', 'b', rename);
  assert.deepEqual(calls, Array(4).fill('a → b'));
});

test('any other error is one at once', async () => {
  const { rename, calls } = renameFailing(['ENOSPC']);
  await assert.rejects(renameRetrying('a', 'b', rename), { code: 'ENOSPC' });
  assert.equal(calls.length, 1);
});

test('a target that stays held is given up in the end', async () => {
  const { rename, calls } = renameFailing(Array(20).fill('EBUSY'));
  await assert.rejects(renameRetrying('a', 'b', rename), { code: 'EBUSY' });
  assert.equal(calls.length, 7);
});
