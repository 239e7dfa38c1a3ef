import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { assessmentKind } from '#store/assessment-store.ts';
import { formatOf } from '#store/document-kind.ts';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The journal and the snapshot of one assessment. */
async function oneAssessment(context: TestContext) {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(created('one'));
  await store.commit('one', answer('a1', ''));
  await store.close();
  const file = (name: string) => path.join(folder, 'assessments', name);
  return { folder, journal: file('one.jsonl'), snapshot: file('one.json') };
}

async function assertRefused(folder: string, code: string, ...mentions: string[]): Promise<void> {
  await assert.rejects(openStore(folder), (error: Error & { code?: string }) => {
    assert.equal(error.code, code);
    for (const mention of mentions) assert.ok(error.message.includes(mention), `${error.message} names ${mention}`);
    return true;
  });
}

test('a journal of a newer format stops the start, naming file and format, and stays as it is', async context => {
  const { folder, journal, snapshot } = await oneAssessment(context);
  await rm(snapshot);
  const text = await readFile(journal, 'utf8');
  const lines = text.split('\n');
  const format = formatOf(assessmentKind);
  for (const number of [0, 2]) {
    const newer = lines
      .map((line, index) =>
        index === number ? line.replace(`"v":${format}`, `"v":${format + 1}`).replace('}', ',"extra":1}') : line,
      )
      .join('\n');
    await writeFile(journal, newer);
    await assertRefused(folder, 'newer-format', journal, `格式 ${format + 1}`, `format ${format + 1}`);
    assert.equal(await readFile(journal, 'utf8'), newer);
  }
});

test('a snapshot of a newer format stops the start, naming file and format, and stays as it is', async context => {
  const { folder, snapshot } = await oneAssessment(context);
  const newer = JSON.stringify({ format: 7, whatever: true });
  await writeFile(snapshot, newer);
  await assertRefused(folder, 'newer-format', snapshot, '格式 7', 'format 7');
  assert.equal(await readFile(snapshot, 'utf8'), newer);
});

test('a file that the system does not let the program read stops the start and is not taken for damage', async context => {
  for (const which of ['journal', 'snapshot'] as const) {
    const files = await oneAssessment(context);
    await rm(files[which]);
    await mkdir(files[which]);
    await assertRefused(files.folder, 'unreadable-file', files[which], 'EISDIR');
  }
});

test('a file where the folder should be stops the start, naming the folder', async context => {
  const folder = await temporaryFolder(context);
  const place = path.join(folder, 'assessments');
  await writeFile(place, '');
  await assertRefused(folder, 'folder-not-writable', place);
});
