import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { canonicalJson } from '#shared/canonical-json.ts';
import { openMinutesFiles } from '#store/minutes-files.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { give, revealed, second } from '../workshop/build-workshop.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const workshop = give(revealed([2, 3, 3, 3, 3]), [{ command: 'record', value: 3 }, 'finish'], { at: second(5_000) });
const minutes = minutesOf(workshop);
const { assessment } = minutes;
const content = canonicalJson(minutes);
const sha256 = hash('sha256', content);

test('minutes are kept once under the hash of their content, and are there after a start', async context => {
  const folder = await temporaryFolder(context);
  const store = await openMinutesFiles(folder, recordingLog());
  assert.deepEqual(store.list(assessment), []);
  await store.keep(assessment, content);
  await store.keep(assessment, content);
  assert.deepEqual(await readdir(path.join(folder, 'minutes', assessment)), [`${sha256}.json`]);
  const again = await openMinutesFiles(folder, recordingLog());
  for (const each of [store, again]) {
    const [listed, ...others] = each.list(assessment);
    assert.deepEqual([others, listed?.sha256, listed?.state], [[], sha256, 'whole']);
    assert.deepEqual((await each.read(assessment, sha256))?.minutes, minutes);
    assert.equal(each.titleOf(minutes.id), minutes.title);
    assert.equal(await each.read('other', sha256), undefined);
  }
});

test('later minutes of the same workshop stand beside the earlier ones, and name it', async context => {
  const store = await openMinutesFiles(await temporaryFolder(context), recordingLog());
  const later = canonicalJson({ ...minutes, title: '续会', finishedAt: second(9_000) });
  await store.keep(assessment, later);
  await store.keep(assessment, content);
  assert.deepEqual(
    store.list(assessment).map(each => each.sha256),
    [sha256, hash('sha256', later)],
  );
  assert.equal(store.titleOf(minutes.id), '续会');
  assert.equal(store.titleOf('unknown'), undefined);
});

test('what was altered on the disk is listed as altered and not given out, and kept again it stays beside', async context => {
  const folder = await temporaryFolder(context);
  const store = await openMinutesFiles(folder, recordingLog());
  await store.keep(assessment, content);
  const file = path.join(folder, 'minutes', assessment, `${sha256}.json`);
  await writeFile(file, content.replace('"n":5', '"n":6'));
  assert.equal(await store.read(assessment, sha256), undefined);
  assert.deepEqual(store.list(assessment), [{ sha256, state: 'altered' }], 'also before the next start');
  const again = await openMinutesFiles(folder, recordingLog());
  assert.deepEqual(again.list(assessment), [{ sha256, state: 'altered' }]);
  assert.equal(await again.read(assessment, sha256), undefined);
  for (const each of [store, again]) {
    await each.keep(assessment, content);
    assert.equal((await each.read(assessment, sha256))?.content, content);
    assert.deepEqual([each.list(assessment).length, each.list(assessment)[0]?.state], [1, 'whole']);
  }
  const names = await readdir(path.join(folder, 'minutes', assessment));
  const [aside = '', ...others] = names.filter(name => name !== `${sha256}.json`);
  assert.deepEqual([names.length, others], [2, []]);
  assert.match(aside, /\.altered-[0-9a-f]{12}\.json$/);
  const third = await openMinutesFiles(folder, recordingLog());
  assert.equal(third.list(assessment).length, 1);
});

test('an id never becomes a path', async context => {
  const store = await openMinutesFiles(await temporaryFolder(context), recordingLog());
  const other = canonicalJson({ ...minutes, assessment: '../x' });
  await assert.rejects(store.keep('../x', other), /not the id of minutes/);
  await assert.rejects(store.keep('other', content), /no minutes of the assessment/);
});
