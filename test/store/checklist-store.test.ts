import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const versions = ['1.9.0', '1.10.0', '1.2.0'].map(version => buildChecklist({ version }));
const [oldVersion, newVersion] = versions;

async function openBoth(folder: string, builtIn = versions) {
  const log = recordingLog();
  return { store: await openChecklistStore({ folder, builtIn, log }), log };
}

function pinned(found: PinnedVersion | undefined): PinnedVersion {
  assert.ok(found);
  return found;
}

/** A store that kept 1.9.0, and the file of the copy. */
async function keptOne(context: TestContext) {
  const folder = await temporaryFolder(context);
  const { store } = await openBoth(folder);
  const version = pinned(store.find('example', '1.9.0'));
  await store.keep(version);
  const { id, version: number, sha256 } = version.pin;
  return { folder, store, version, file: path.join(folder, 'checklists', id, `${number}-${sha256.slice(0, 12)}.json`) };
}

test('the list has the newest version of each checklist of the program', async context => {
  const other = buildChecklist({ id: 'another', version: '0.1.0' });
  const { store } = await openBoth(await temporaryFolder(context), [...versions, other]);
  assert.deepEqual(
    store.list().map(({ pin }) => `${pin.id} ${pin.version}`),
    ['another 0.1.0', 'example 1.10.0'],
  );
  assert.equal(store.find('example')?.checklist, newVersion);
  assert.equal(store.find('example', '1.9.0')?.checklist, oldVersion);
  assert.equal(store.find('example', '3.0.0'), undefined);
  assert.equal(store.find('none'), undefined);
});

test('the checklist with most items is listed first, whatever its id', async context => {
  const larger = buildChecklist({ id: 'whole', areas: [buildArea('a'), buildArea('b')] });
  const smaller = buildChecklist({ id: 'part', areas: [buildArea('a')] });
  const { store } = await openBoth(await temporaryFolder(context), [smaller, larger]);
  assert.deepEqual(
    store.list().map(({ pin }) => pin.id),
    ['whole', 'part'],
  );
});

test('a version that was kept outlives the upgrade that drops it', async context => {
  const { folder, version } = await keptOne(context);
  const { store } = await openBoth(folder, [buildChecklist({ version: '2.0.0' })]);
  assert.deepEqual(store.getPinned(version.pin), version.checklist);
  const text = store.getPinnedText(version.pin);
  assert.equal(createHash('sha256').update(text).digest('hex'), version.pin.sha256);
  assert.deepEqual(store.find('example', '1.9.0'), version);
  assert.equal(store.find('example')?.pin.version, '2.0.0');
});

test('an upgrade that changes a version under its number leaves the kept one as it was', async context => {
  const { folder, version } = await keptOne(context);
  const changed = buildChecklist({ version: '1.9.0', areas: [buildArea('a')] });
  const { store } = await openBoth(folder, [changed]);
  assert.deepEqual(store.getPinned(version.pin), version.checklist);
  assert.deepEqual(store.find('example', '1.9.0')?.checklist, changed);
});

test('keeping again writes nothing, at once or later', async context => {
  const { folder, store, version, file } = await keptOne(context);
  await Promise.all([store.keep(version), store.keep(version)]);
  const { store: later } = await openBoth(folder);
  await later.keep(version);
  assert.deepEqual(await readdir(path.dirname(file)), [path.basename(file)]);
  assert.equal(hashChecklist(version.checklist).content, await readFile(file, 'utf8'));
});

test('two who keep the same version at once both find it kept', async context => {
  const { store } = await openBoth(await temporaryFolder(context));
  const version = pinned(store.find('example'));
  await Promise.all([store.keep(version), store.keep(version)]);
  assert.equal(store.getPinned(version.pin), version.checklist);
});

test('a copy that is gone or altered is an error that names the file, and keeping the version puts it right', async context => {
  const damages: [(file: string) => Promise<void>, string][] = [
    [file => rm(file), 'is missing'],
    [async file => writeFile(file, (await readFile(file, 'utf8')).replace('"weight":1', '"weight":2')), 'was altered'],
    [file => writeFile(file, ''), 'was altered'],
  ];
  for (const [damage, reason] of damages) {
    const { folder, version, file } = await keptOne(context);
    await damage(file);
    const { store } = await openBoth(folder);
    assert.throws(
      () => store.getPinned(version.pin),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'checklist-copy-unusable');
        assert.ok(error.message.includes(file) && error.message.includes(reason), error.message);
        return true;
      },
    );
    await store.keep(version);
    assert.deepEqual((await openBoth(folder)).store.getPinned(version.pin), version.checklist);
  }
});

test('a copy that breaks the rules of this program is named as such', async context => {
  const folder = await temporaryFolder(context);
  const broken = { ...buildChecklist({ areas: [buildArea('a', { weight: 0 })] }) };
  const { content, sha256 } = hashChecklist(broken);
  await mkdir(path.join(folder, 'checklists', 'example'), { recursive: true });
  await writeFile(path.join(folder, 'checklists', 'example', `1.2.3-${sha256.slice(0, 12)}.json`), content);
  const { store, log } = await openBoth(folder);
  assert.throws(() => store.getPinned({ id: 'example', version: '1.2.3', sha256 }), /breaks the rules/);
  assert.deepEqual(log.messages, ['a copy of a checklist is unusable']);
});

test('a copy that the system does not let the program read stops the start', async context => {
  const { folder, file } = await keptOne(context);
  await rm(file);
  await mkdir(file);
  await assert.rejects(openBoth(folder), { code: 'unreadable-file' });
});

test('what is not the pinned checklist cannot be kept under its hash', async context => {
  const { store } = await openBoth(await temporaryFolder(context));
  const { pin } = pinned(store.find('example'));
  await assert.rejects(store.keep({ pin, checklist: buildChecklist({ version: '1.2.0' }) }), { code: 'faulty-input' });
});

test('the hash does not depend on the order of the fields, and sees every change', () => {
  const levels = { '10': { zh: '十' }, '9': { zh: '九' } };
  const one = buildChecklist({ areas: [buildArea('a', { items: [buildItem('a1', { levels, weight: 2 })] })] });
  const { schema, ...rest } = one;
  assert.deepEqual(hashChecklist({ ...rest, schema }), hashChecklist(one));
  assert.match(hashChecklist(one).content, /"levels":\{"10":.*"9":/);
  assert.notEqual(hashChecklist({ ...one, headline: 'supported' }).sha256, hashChecklist(one).sha256);
});
