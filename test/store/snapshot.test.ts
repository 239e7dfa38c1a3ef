import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { assessmentKind } from '#store/assessment-store.ts';
import { formatOf } from '#store/document-kind.ts';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function openEmpty(context: TestContext) {
  const folder = await temporaryFolder(context);
  const log = recordingLog();
  const store = await openStore(folder, log);
  await store.create(created('one'));
  return { folder, log, store, snapshot: path.join(folder, 'assessments', 'one.json') };
}

const readSeq = async (snapshot: string) => JSON.parse(await readFile(snapshot, 'utf8')).seq;

test('a clean stop leaves a snapshot of every assessment that changed, and of no other', async context => {
  const { folder, store, snapshot } = await openEmpty(context);
  await store.create(created('two'));
  await store.commit('one', answer('a1', ''));
  await store.close();
  assert.equal(await readSeq(snapshot), 2);
  await rm(path.join(folder, 'assessments', 'two.json'));
  const again = await openStore(folder);
  await again.commit('one', answer('a1', ''));
  await again.close();
  assert.equal(await readSeq(snapshot), 3);
  assert.equal(existsSync(path.join(folder, 'assessments', 'two.json')), false);
});

test('a snapshot is written every hundred changes without being asked', async context => {
  const { store, snapshot } = await openEmpty(context);
  await Promise.all(Array.from({ length: 98 }, (_, index) => store.commit('one', answer('a1', `${index}`))));
  assert.equal(existsSync(snapshot), false);
  await store.commit('one', answer('a1', 'the 100th'));
  await store.close();
  assert.equal(await readSeq(snapshot), 100);
});

test('what the lines before a snapshot say is not read again, only whether they follow one another', async context => {
  const { folder, store, snapshot } = await openEmpty(context);
  await store.commit('one', answer('a1', 'before'));
  await store.close();
  const journal = path.join(folder, 'assessments', 'one.jsonl');
  const [header = '', first = ''] = (await readFile(journal, 'utf8')).split('\n');
  const second = `{"v":${formatOf(assessmentKind)},"seq":2,"prev":"${hash('sha256', first)}","change":"nothing that could be applied"}`;
  const lines = [header, first, second, ''].join('\n');
  await writeFile(journal, lines);
  const stored = JSON.parse(await readFile(snapshot, 'utf8'));
  const end = { head: hash('sha256', second), offset: Buffer.byteLength(lines) };
  await writeFile(snapshot, JSON.stringify({ ...stored, ...end }));
  const found = await (await openStore(folder)).find('one');
  assert.equal(found?.assessment.answers.a1?.answer?.note, 'before');
});

test('a long last line before the snapshot is found whole', async context => {
  const { folder, store } = await openEmpty(context);
  await store.commit('one', answer('a1', '长'.repeat(20_000)));
  await store.close();
  const again = await openStore(folder);
  assert.deepEqual(again.setAside(), []);
  assert.equal((await again.find('one'))?.assessment.answers.a1?.answer?.note?.length, 20_000);
});

test('a snapshot that cannot be written is logged and fails no commit; the journal has it all', async context => {
  const { folder, log, store, snapshot } = await openEmpty(context);
  await mkdir(path.join(snapshot, 'in the way'), { recursive: true });
  await Promise.all(Array.from({ length: 250 }, (_, index) => store.commit('one', answer('a1', `${index}`))));
  await store.close();
  assert.deepEqual(new Set(log.messages), new Set(['a snapshot could not be written']));
  assert.deepEqual((await readdir(path.join(folder, 'assessments'))).sort(), ['one.json', 'one.jsonl']);
  await rm(snapshot, { recursive: true });
  assert.equal((await (await openStore(folder)).find('one'))?.seq, 251);
});

test('what a stopped process left half written is swept at the start, what is not ours stays', async context => {
  const { folder, log } = await openEmpty(context);
  const inFolder = (name: string) => path.join(folder, 'assessments', name);
  const leftovers = [`.one.json.${process.pid}.0123456789ab.tmp`, '.two.json.4194305.ba9876543210.tmp'];
  const others = ['.one.json.1.0123456789ab.tmp', '.notes.tmp', 'notes.txt', 'notes.json.bak'];
  for (const name of [...leftovers, ...others]) await writeFile(inFolder(name), '{');
  await openStore(folder, log);
  assert.deepEqual(
    leftovers.filter(name => existsSync(inFolder(name))),
    [],
  );
  assert.deepEqual(
    others.filter(name => !existsSync(inFolder(name))),
    [],
  );
  assert.deepEqual(log.messages, ['half-written files were removed']);
});

test('more assessments than are kept in memory can all be found and changed', async context => {
  const { folder, store } = await openEmpty(context);
  const ids = Array.from({ length: 150 }, (_, index) => `of-many-${index}`);
  await Promise.all(ids.map(id => store.create(created(id))));
  await Promise.all(ids.map(id => store.commit(id, answer('a1', id))));
  await Promise.all(ids.map(id => Promise.all([store.find(id), store.commit(id, answer('a2', id)), store.find(id)])));
  for (const each of [store, await openStore(folder)])
    for (const id of ids) {
      const found = await each.find(id);
      assert.equal(found?.seq, 3);
      assert.equal(found.assessment.answers.a2?.answer?.note, id);
    }
});

test('after closing nothing can be changed any more', async context => {
  const { store } = await openEmpty(context);
  const last = store.commit('one', answer('a1', 'in time'));
  await store.close();
  assert.ok('seq' in (await last));
  await assert.rejects(store.commit('one', answer('a1', 'late')), { code: 'storage-failed' });
  await assert.rejects(store.create(created('late')), { code: 'storage-failed' });
});

test('a journal and a snapshot from before there were actions are read and gone on with', async context => {
  const { folder, store, snapshot } = await openEmpty(context);
  await store.close();
  const journal = path.join(folder, 'assessments', 'one.jsonl');
  const header = '{"v":1,"kind":"assessment","id":"one"}';
  const first = JSON.stringify({ v: 1, seq: 1, prev: hash('sha256', header), change: created('one') });
  await writeFile(journal, `${header}\n${first}\n`);
  await writeFile(snapshot, JSON.stringify({ format: 1, document: 'of another shape' }));
  const again = await openStore(folder);
  assert.deepEqual(again.setAside(), []);
  await again.commit('one', answer('a1', 'after'));
  await again.close();
  const found = await (await openStore(folder)).find('one');
  assert.equal(found?.assessment.answers.a1?.answer?.note, 'after');
});
