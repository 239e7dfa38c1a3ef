import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openMilestoneFiles } from '#store/milestone-files.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const address = { assessment: 'one', id: 'm1' };

test('what is kept is read back, and a second one under its name is refused and changes nothing', async context => {
  const folder = await temporaryFolder(context);
  const store = await openMilestoneFiles(folder, recordingLog());
  assert.equal(await store.read(address), undefined);
  assert.equal(await store.stateOf(address, 3), 'missing');
  await store.keep(address, '韧');
  await assert.rejects(store.keep(address, 'other'), { code: 'storage-failed' });
  assert.equal(await readFile(path.join(folder, 'milestones', 'one', 'm1.json'), 'utf8'), '韧');
  assert.equal(Buffer.from((await store.read(address)) ?? []).toString(), '韧');
  assert.equal(await store.stateOf(address, 3), 'there');
  assert.equal(await store.stateOf(address, 4), 'altered');
});

test('what is restored is whole again, and what was in its place stays beside it', async context => {
  const folder = await temporaryFolder(context);
  const store = await openMilestoneFiles(folder, recordingLog());
  await store.restore(address, '韧');
  for (const altered of ['x', 'y', 'x']) {
    await writeFile(path.join(folder, 'milestones', 'one', 'm1.json'), altered);
    await store.restore(address, '韧');
    assert.equal(Buffer.from((await store.read(address)) ?? []).toString(), '韧');
  }
  const names = (await readdir(path.join(folder, 'milestones', 'one'))).filter(name => name !== 'm1.json');
  assert.equal(names.length, 2);
  for (const name of names) assert.match(name, /^m1\.altered-[0-9a-f]{12}\.json$/);
});

test('what the trail did not take is gone again', async context => {
  const folder = await temporaryFolder(context);
  const store = await openMilestoneFiles(folder, recordingLog());
  await store.keep(address, 'x');
  await store.discard(address);
  assert.deepEqual(await readdir(path.join(folder, 'milestones', 'one')), []);
});

test('an id never becomes a path', async context => {
  const store = await openMilestoneFiles(await temporaryFolder(context), recordingLog());
  for (const id of ['../m1', 'a/b', '', '.', 'm'.repeat(65)])
    assert.throws(() => store.read({ assessment: 'one', id }), /not the id of a milestone/);
});
