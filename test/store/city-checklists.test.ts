import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';
import { draftStoreContract } from './draft-store-contract.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const stamp = { by: 'local', at: '2026-11-26T08:00:00.000Z' };
const city = buildChecklist({ id: 'city', version: '1.0.0' });

function openIn(folder: string, builtIn = [buildChecklist()]) {
  return openChecklistStore({ folder, builtIn, log: recordingLog() });
}

draftStoreContract('the folder', async context => {
  const folder = await temporaryFolder(context);
  return { store: await openIn(folder), reopen: () => openIn(folder) };
});

/** A folder with one published version, and its file. */
async function published(folder: string) {
  const { drafts } = await openIn(folder);
  await drafts.create(city, stamp);
  await drafts.publish('city', ({ checklist }) => ({ change: checklist }));
  const [name = ''] = await readdir(path.join(folder, 'city-checklists/city'));
  return path.join(folder, 'city-checklists/city', name);
}

test('the name of a published file carries the start of the SHA-256 of its bytes', async context => {
  const file = await published(await temporaryFolder(context));
  const { content, sha256 } = hashChecklist(city);
  assert.equal(path.basename(file), `1.0.0-${sha256.slice(0, 12)}.json`);
  assert.equal(await readFile(file, 'utf8'), content);
});

test('a published file that was altered, broken or never sound is listed as unusable and stops nothing', async context => {
  const sound = (await readFile(await published(await temporaryFolder(context)), 'utf8')).replace(
    '"weight":1',
    '"weight":2',
  );
  const faulty = hashChecklist(
    buildChecklist({ id: 'city', version: '1.0.0', areas: [buildArea('a'), buildArea('a')] }),
  );
  const cases: [(file: string) => Promise<void>, RegExp][] = [
    [file => writeFile(file, sound), /altered/],
    [file => writeFile(file, ''), /altered/],
    [
      file => writeFile(path.join(path.dirname(file), `2.0.0-${faulty.sha256.slice(0, 12)}.json`), faulty.content),
      /twice/,
    ],
  ];
  for (const [damage, reason] of cases) {
    const folder = await temporaryFolder(context);
    await damage(await published(folder));
    const store = await openIn(folder);
    const [unusable] = store.unusable();
    assert.match(unusable?.file ?? '', /^city-checklists\/city\//);
    assert.match(unusable?.faults[0]?.message.en ?? '', reason);
    assert.equal(store.list().length, reason.source === 'twice' ? 2 : 1);
  }
});

test('a draft that cannot be read is listed, keeps its file and its id', async context => {
  const contents = [
    '',
    '{',
    '[]',
    '{"format":"checklist-draft/2"}',
    JSON.stringify({ format: 'checklist-draft/1', id: 'other', rev: 1, ...stamp, checklist: city }),
  ];
  for (const content of contents) {
    const folder = await temporaryFolder(context);
    await openIn(folder);
    const file = path.join(folder, 'checklist-drafts/city.json');
    await writeFile(file, content);
    const store = await openIn(folder);
    assert.deepEqual(store.drafts.list(), []);
    assert.equal(store.unusable()[0]?.file, 'checklist-drafts/city.json');
    assert.equal(await store.drafts.create(city, stamp), 'exists');
    assert.equal(await readFile(file, 'utf8'), content);
  }
});

test('where an upgrade brings a checklist of the same id, the program’s counts', async context => {
  const folder = await temporaryFolder(context);
  await published(folder);
  const store = await openIn(folder, [buildChecklist({ id: 'city', version: '0.1.0' })]);
  assert.deepEqual(
    store.versions('city').map(({ pin }) => pin.version),
    ['0.1.0'],
  );
});
