import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import { seatOf, second } from '../workshop/build-workshop.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { commanding, createdWorkshop, joining, voting } from './workshop-changes.ts';
import { workshopStoreContract } from './workshop-store-contract.ts';

const openStore = (folder: string) =>
  openWorkshopStore({ folder, log: recordingLog(), now: () => new Date(second(9_000)) });

workshopStoreContract('the lowdb store', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openStore(folder);
    },
    crash: () => openStore(folder),
  };
});

/** Everything that is written down anywhere under the folder. */
async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter(file => file.isFile())
    .map(file => readFile(path.join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('after finishing, no file has anything of a seat: token, code, department and their hashes are gone', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  await store.commit('one', commanding('start'));
  for (let number = 0; number < 150; number += 1) await store.commitSeats('one', joining(number));
  const seats = await store.findSeats('one');
  const [seat] = Object.values(seats?.seats ?? {});
  assert.ok(seat?.tokenHash);
  for (const command of ['next', 'open']) await store.commit('one', commanding(command));
  await store.commit('one', voting(1, 3));
  const secrets = [seat.tokenHash, seat.codeHash, seat.participant];
  const before = await everythingIn(folder);
  for (const secret of secrets) assert.ok(before.includes(secret), 'it was written down while the workshop ran');
  for (const command of ['park', 'finish']) await store.commit('one', commanding(command));
  await store.close();
  const after = await everythingIn(folder);
  for (const secret of secrets) assert.ok(!after.includes(secret));
  const voter = voterOf({ mode: 'anonymous', current: 'a1' }, seatOf(1)) ?? '';
  assert.ok(after.includes(voter), 'the vote itself is still there, under its own id');
});

test('seats that a breakdown left behind are deleted at the next start, also damaged ones', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  for (const command of ['start', 'finish']) await store.commit('one', commanding(command));
  await store.close();
  const seats = path.join(folder, 'workshop-seats');
  await writeFile(path.join(seats, 'one-1.jsonl'), 'damaged');
  await writeFile(path.join(seats, 'one-1.json'), '{}');
  await writeFile(path.join(seats, 'gone-1.jsonl'), '{}');
  await openStore(folder);
  assert.deepEqual(await readdir(seats), []);
});

test('a workshop whose seats are missing gets new ones at the start', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  await store.close();
  await rm(path.join(folder, 'workshop-seats'), { recursive: true });
  assert.deepEqual(await (await openStore(folder)).findSeats('one'), { id: 'one-1', seats: {} });
});

test('seats that cannot be deleted are told, and finishing again deletes them', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  await store.commit('one', commanding('start'));
  const rev = (await store.find('one'))?.workshop.rev;
  // A folder in its place cannot be removed as a file is.
  const file = path.join(folder, 'workshop-seats/one-1.jsonl');
  const bytes = await readFile(file);
  await rm(file);
  await mkdir(file);
  const finish = () => store.commit('one', commanding('finish', { expectedRev: rev }));
  await assert.rejects(finish(), { code: 'storage-failed' });
  assert.equal((await store.find('one'))?.workshop.state, 'closed');
  await rm(file, { recursive: true });
  await writeFile(file, bytes);
  assert.deepEqual(await finish(), { refused: { reason: 'repeated' } });
  assert.deepEqual(await readdir(path.join(folder, 'workshop-seats')), []);
});

test('a damaged workshop is set aside and keeps its seats', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  await store.close();
  const file = path.join(folder, 'workshops/one.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('专题', '主题'));
  const reopened = await openStore(folder);
  assert.deepEqual(
    reopened.setAside().map(({ id }) => id),
    ['one'],
  );
  await assert.rejects(reopened.commit('one', commanding('start')), { code: 'set-aside' });
  assert.ok((await readdir(path.join(folder, 'workshop-seats'))).includes('one-1.jsonl'));
});
