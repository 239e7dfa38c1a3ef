import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a journal that loses whole lines while the program runs is set aside, and the others go on', async t => {
  const folder = await temporaryFolder(t);
  const store = await openStore(folder);
  await store.create(created('one'));
  for (const note of ['第一次', '第二次']) await store.commit('one', answer('a1', note));
  // More than are kept in memory, so that the next look reads the file.
  for (let index = 0; index < 70; index += 1) await store.create(created(`other-${index}`));
  const file = path.join(folder, 'assessments', 'one.jsonl');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));

  await assert.rejects(store.commit('one', answer('a1', '第三次')), { code: 'set-aside' });
  assert.deepEqual(
    store.setAside().map(({ id }) => id),
    ['one'],
  );
  await store.commit('other-1', answer('a1', ''));
  await store.close();
});
