import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The bytes of a journal of three changes, without a snapshot, and the folder it can be put back into. */
async function journalOfThree(folder: string): Promise<{ file: string; bytes: Buffer }> {
  const store = await openStore(folder);
  await store.create(created('one'));
  for (const note of ['第一次', '第二次']) await store.commit('one', answer('a1', note));
  const file = path.join(folder, 'assessments', 'one.jsonl');
  return { file, bytes: await readFile(file) };
}

const lineStart = (bytes: Buffer) => bytes.lastIndexOf('\n', bytes.length - 2) + 1;

test('a last line torn at any byte is cut off, and the next change follows on', async context => {
  const folder = await temporaryFolder(context);
  const { file, bytes } = await journalOfThree(folder);
  const start = lineStart(bytes);
  for (let length = start; length < bytes.length; length += 1) {
    await writeFile(file, bytes.subarray(0, length));
    const log = recordingLog();
    const store = await openStore(folder, log);
    assert.equal((await store.find('one'))?.seq, 2, `${length} bytes`);
    assert.deepEqual(log.messages, length === start ? [] : ['a half-written last line was cut off']);
    assert.deepEqual(await readFile(file), bytes.subarray(0, start));
    await store.commit('one', answer('a1', '第二次'));
    assert.deepEqual(await readFile(file), bytes);
    assert.equal((await store.verifyTrail('one')).ok, true);
  }
});

test('a torn last line behind a snapshot is cut off as well', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(created('one'));
  await store.commit('one', answer('a1', ''));
  await store.close();
  const file = path.join(folder, 'assessments', 'one.jsonl');
  const whole = await readFile(file);
  await writeFile(file, Buffer.concat([whole, Buffer.from('{"v":1,"se')]));
  assert.equal((await (await openStore(folder)).find('one'))?.seq, 2);
  assert.deepEqual(await readFile(file), whole);
});

test('a creation that was cut short left no journal, and its id is free', async context => {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('one'));
  const file = path.join(folder, 'assessments', 'one.jsonl');
  const bytes = await readFile(file);
  await rm(file);
  await writeFile(path.join(folder, 'assessments', '.one.jsonl.1234567.0123456789ab.tmp'), bytes.subarray(0, 40));
  const store = await openStore(folder);
  assert.deepEqual([store.summaries(), store.setAside()], [[], []]);
  await store.create(created('one'));
  assert.deepEqual(await readFile(file), bytes);
});

test('a journal of less than its creation was cut by somebody: it is set aside and stays as it is', async context => {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('one'));
  const file = path.join(folder, 'assessments', 'one.jsonl');
  const bytes = await readFile(file);
  for (let length = 0; length < bytes.length; length += 7) {
    await writeFile(file, bytes.subarray(0, length));
    const store = await openStore(folder);
    assert.deepEqual(
      store.setAside().map(({ id }) => id),
      ['one'],
      `${length} bytes`,
    );
    assert.deepEqual(await readFile(file), bytes.subarray(0, length));
  }
});
