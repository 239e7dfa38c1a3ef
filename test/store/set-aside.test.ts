import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openAssessmentStore } from '#store/assessment-store.ts';
import { StoreError } from '#store/store-error.ts';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Files = { folder: string; journal: string; snapshot: string };

/** Two assessments: "sound", and "one" of five changes, the first four in a snapshot where one is wanted. */
async function twoAssessments(context: TestContext, { withSnapshot }: { withSnapshot: boolean }): Promise<Files> {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('sound'));
  await first.create(created('one'));
  for (const note of ['第一次', '第二次', '第三次']) await first.commit('one', answer('a1', note));
  if (withSnapshot) await first.close();
  await (await openStore(folder)).commit('one', answer('a2', '第四次'));
  const file = (name: string) => path.join(folder, 'assessments', name);
  return { folder, journal: file('one.jsonl'), snapshot: file('one.json') };
}

async function contents(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(path.join(folder, 'assessments'))).filter(name => name.startsWith('one')).sort();
  const read = names.map(async name => [name, await readFile(path.join(folder, 'assessments', name), 'hex')] as const);
  return new Map(await Promise.all(read));
}

/** Opens, checks that only "one" is set aside and cannot be written, that its files stay as they are, and gives it. */
async function assertSetAside({ folder }: Files, reason: RegExp, chinese: RegExp) {
  const before = await contents(folder);
  const store = await openStore(folder);
  const [aside, ...others] = store.setAside();
  assert.ok(aside && others.length === 0);
  assert.match(aside.reason.en ?? '', reason);
  assert.match(aside.reason.zh, chinese);
  assert.deepEqual(
    store.summaries().map(({ id }) => id),
    ['sound'],
  );
  assert.equal(await store.find('one'), undefined);
  await assert.rejects(store.commit('one', answer('a1', '')), { code: 'set-aside' });
  await assert.rejects(store.create(created('one')), { code: 'storage-failed' });
  assert.equal((await store.verifyTrail('one')).ok, false);
  await store.commit('sound', answer('a1', ''));
  await store.close();
  assert.deepEqual(await contents(folder), before);
  const { entries, trail } = await store.history('one');
  assert.deepEqual(trail, { ok: false, seq: trail.seq, reason: aside.reason });
  return { aside, changes: entries.map(({ change }) => change) };
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text);
  await writeFile(file, changed);
}

const editLine = (number: number, change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, index) => (index === number - 1 ? change(line) : line))
    .join('\n');

test('an altered line breaks the chain at the next one and is shown up to there', async context => {
  const files = await twoAssessments(context, { withSnapshot: false });
  await edit(
    files.journal,
    editLine(3, line => line.replace('"value":3', '"value":4')),
  );
  const { aside, changes } = await assertSetAside(files, /line 4 .* does not follow/, /第 4 行与前一行不衔接/);
  assert.equal(aside.seq, 2);
  assert.equal(aside.assessment?.answers.a1?.rev, 1);
  assert.equal(changes.length, 2);
});

test('a line that is no JSON, one that is left out and one that is no change set the assessment aside', async context => {
  const cases: [(line: string) => string, RegExp, RegExp][] = [
    [line => line.slice(1), /line 4 .* cannot be read/, /第 4 行无法识别/],
    [line => line.replace('"seq":3', '"seq":4'), /line 4 .* does not follow/, /不衔接/],
    [line => line.replace('"answered"', '"guessed"'), /line 4 .* not a valid change/, /不是有效的变更/],
  ];
  for (const [change, reason, chinese] of cases) {
    const files = await twoAssessments(context, { withSnapshot: false });
    await edit(files.journal, editLine(4, change));
    const { aside } = await assertSetAside(files, reason, chinese);
    assert.equal(aside.seq, 2);
  }
});

test('a flipped bit at any place of the journal but in its last line is found', async context => {
  const files = await twoAssessments(context, { withSnapshot: false });
  const bytes = await readFile(files.journal);
  const lastLine = bytes.lastIndexOf('\n', bytes.length - 2);
  const version = [...bytes.toString('latin1').matchAll(/"v":/g)].map(({ index }) => index + 4);
  for (let place = 0; place < lastLine; place += 3) {
    if (version.includes(place)) continue;
    const flipped = Buffer.from(bytes);
    flipped[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(files.journal, flipped);
    const store = await openStore(files.folder);
    assert.equal(store.setAside().length, 1, `byte ${place}`);
    await store.close();
    assert.deepEqual(await readFile(files.journal), flipped);
  }
});

test('a journal under another name is not taken for that assessment', async context => {
  const files = await twoAssessments(context, { withSnapshot: false });
  await rename(path.join(files.folder, 'assessments', 'sound.jsonl'), files.journal);
  const [aside] = (await openStore(files.folder)).setAside();
  assert.match(aside?.reason.en ?? '', /first line/);
});

test('changes without a creation before them set the assessment aside', async context => {
  const files = await twoAssessments(context, { withSnapshot: false });
  const [header = '', first = ''] = (await readFile(files.journal, 'utf8')).split('\n');
  const change = { type: 'made-final', by: 'local', at: '2026-11-01T00:00:00Z' };
  await writeFile(files.journal, `${header}\n${JSON.stringify({ ...JSON.parse(first), change })}\n`);
  const { aside } = await assertSetAside(files, /line 2 .* does not fit/, /不能接在/);
  assert.equal(aside.assessment, undefined);
});

test('a snapshot altered in any byte sets the assessment aside, shown from its journal', async context => {
  const files = await twoAssessments(context, { withSnapshot: true });
  const bytes = await readFile(files.snapshot);
  const format = bytes.indexOf('"format":') + 9;
  for (let place = 0; place < bytes.length; place += 5) {
    if (place === format) continue;
    const flipped = Buffer.from(bytes);
    flipped[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(files.snapshot, flipped);
    assert.equal((await openStore(files.folder)).setAside().length, 1, `byte ${place}`);
  }
  for (const content of ['', 'null', '{"format":', '[]', bytes.subarray(0, 300)]) {
    await writeFile(files.snapshot, content);
    const { aside, changes } = await assertSetAside(files, /the snapshot is damaged/, /快照文件已损坏/);
    assert.equal(aside.assessment?.answers.a2?.answer?.note, '第四次');
    assert.equal(changes.length, 5);
  }
});

test('a journal that is gone, shorter or another than the one of the snapshot is shown from the snapshot', async context => {
  const faults: [(files: Files) => Promise<void>, RegExp, RegExp][] = [
    [({ journal }) => rm(journal), /is missing/, /缺失/],
    [({ journal }) => edit(journal, text => text.slice(0, 400)), /shorter/, /短/],
    [
      ({ journal }) =>
        edit(
          journal,
          editLine(5, line => line.replace('第三次', '第五次')),
        ),
      /does not belong/,
      /不符/,
    ],
  ];
  for (const [damage, reason, chinese] of faults) {
    const files = await twoAssessments(context, { withSnapshot: true });
    await damage(files);
    const { aside } = await assertSetAside(files, reason, chinese);
    assert.equal(aside.seq, 4);
    assert.equal(aside.assessment?.answers.a1?.answer?.note, '第三次');
  }
});

test('one flipped bit anywhere before the snapshot sets the assessment aside, shown from the snapshot', async context => {
  const files = await twoAssessments(context, { withSnapshot: true });
  const bytes = await readFile(files.journal);
  const { offset } = JSON.parse(await readFile(files.snapshot, 'utf8'));
  const version = [...bytes.toString('latin1').matchAll(/"v":/g)].map(({ index }) => index + 4);
  for (let place = 0; place < offset; place += 3) {
    if (version.includes(place)) continue;
    const flipped = Buffer.from(bytes);
    flipped[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(files.journal, flipped);
    const store = await openStore(files.folder);
    assert.equal(store.setAside().length, 1, `byte ${place}`);
    assert.equal(store.setAside()[0]?.assessment?.answers.a1?.answer?.note, '第三次');
    await store.close();
    assert.deepEqual(await readFile(files.journal), flipped);
  }
});

test('a break before the snapshot is named with its line, and how far the chain holds', async context => {
  const files = await twoAssessments(context, { withSnapshot: true });
  await edit(
    files.journal,
    editLine(3, line => line.replace('第一次', '第二次')),
  );
  const { changes } = await assertSetAside(files, /line 4 of the journal does not follow/, /第 4 行与前一行不衔接/);
  assert.equal(changes.length, 2);
  const trail = await (await openStore(files.folder)).verifyTrail('one');
  assert.equal(trail.seq, 2);
});

test('a chain longer than what is read at a time is checked to its end', async context => {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('one'));
  for (let count = 0; count < 60; count += 1)
    await first.commit('one', answer('a1', `${'长'.repeat(9_000)}${count}。`));
  await first.close();
  const journal = path.join(folder, 'assessments', 'one.jsonl');
  assert.ok((await readFile(journal)).length > 1_500_000);
  assert.equal((await (await openStore(folder)).find('one'))?.seq, 61);
  await edit(journal, text => text.replace('长50。', '长51。'));
  const [aside] = (await openStore(folder)).setAside();
  assert.match(aside?.reason.en ?? '', /line 54 of the journal does not follow/);
});

test('lines written with other spacing, as another program may, are read one by one', async context => {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('one'));
  await first.close();
  const file = (name: string) => path.join(folder, 'assessments', name);
  const [header = '', line = ''] = (await readFile(file('one.jsonl'), 'utf8')).split('\n');
  const spaced = line.replaceAll('":', '": ');
  await writeFile(file('one.jsonl'), `${header}\n${spaced}\n`);
  const snapshot = JSON.parse(await readFile(file('one.json'), 'utf8'));
  const end = { head: hash('sha256', spaced), offset: Buffer.byteLength(`${header}\n${spaced}\n`) };
  await writeFile(file('one.json'), JSON.stringify({ ...snapshot, ...end }));
  assert.equal((await (await openStore(folder)).find('one'))?.seq, 1);
});

test('an emptied journal and one that lost its first change set the assessment aside, with a snapshot or without', async context => {
  for (const withSnapshot of [true, false])
    for (const keep of [0, 1]) {
      const files = await twoAssessments(context, { withSnapshot });
      const lines = (await readFile(files.journal, 'utf8')).split('\n');
      await writeFile(
        files.journal,
        lines
          .slice(0, keep)
          .map(line => `${line}\n`)
          .join(''),
      );
      if (withSnapshot) await assertSetAside(files, /shorter/, /短/);
      else await assertSetAside(files, /does not hold the change with which it begins/, /没有“新建”/);
    }
});

test('verifying finds a last line that was altered while the program runs', async context => {
  const { folder, journal } = await twoAssessments(context, { withSnapshot: false });
  const store = await openStore(folder);
  await edit(journal, text => text.replace('第四次', '第五次'));
  const trail = await store.verifyTrail('one');
  assert.ok(!trail.ok);
  assert.match(trail.reason.en ?? '', /does not end as it was written/);
});

/** "one" is in memory, and a line before its last one is altered by somebody. */
async function alteredWhileInUse(context: TestContext) {
  const { folder, journal } = await twoAssessments(context, { withSnapshot: false });
  const log = recordingLog();
  const store = await openStore(folder, log);
  await store.commit('one', answer('a3', '第五次'));
  const { atime, mtime } = await stat(journal);
  await edit(
    journal,
    editLine(3, line => line.replace('第一次', '第二次')),
  );
  await utimes(journal, atime, mtime);
  return { store, log, journal, altered: await readFile(journal, 'utf8') };
}

test('damage done while the program runs is met before the next change, which is not stored', async context => {
  const { store, log, journal, altered } = await alteredWhileInUse(context);
  const both = [store.commit('one', answer('a1', '')), store.commit('one', answer('a2', ''))];
  for (const one of both) await assert.rejects(one, { code: 'set-aside' });
  assert.equal(await store.find('one'), undefined);
  assert.deepEqual(
    store.setAside().map(({ id, seq }) => ({ id, seq })),
    [{ id: 'one', seq: 2 }],
  );
  assert.deepEqual(
    store.summaries().map(({ id }) => id),
    ['sound'],
  );
  assert.deepEqual(log.messages, ['a document is damaged and set aside']);
  await store.close();
  assert.equal(await readFile(journal, 'utf8'), altered);
});

test('who looks at the history of a journal damaged meanwhile sets it aside', async context => {
  const { store, log } = await alteredWhileInUse(context);
  const { trail } = await store.history('one');
  assert.deepEqual([trail.ok, trail.seq], [false, 2]);
  const [aside] = store.setAside();
  assert.equal(aside?.assessment?.answers.a3?.answer?.note, '第五次');
  await assert.rejects(store.commit('one', answer('a1', '')), { code: 'set-aside' });
  assert.deepEqual(log.messages, ['a document is damaged and set aside']);
});

test('a journal that was put back as it was while the program runs is written on', async context => {
  const { folder, journal } = await twoAssessments(context, { withSnapshot: false });
  const store = await openStore(folder);
  await store.commit('one', answer('a3', '第五次'));
  const bytes = await readFile(journal);
  await rm(journal);
  await assert.rejects(store.commit('one', answer('a1', '')), { code: 'storage-failed' });
  await writeFile(journal, bytes);
  await store.commit('one', answer('a1', '第六次'));
  assert.equal((await store.verifyTrail('one')).ok, true);
});

test('an assessment whose checklist copy is unusable is set aside with that reason, the others are not', async context => {
  const { folder } = await twoAssessments(context, { withSnapshot: false });
  const text = { zh: '检查表副本缺失', en: 'the copy is missing' };
  const store = await openAssessmentStore({
    folder,
    log: recordingLog(),
    summarise: ({ id }) => {
      if (id === 'one') throw new StoreError('checklist-copy-unusable', text);
      return id;
    },
  });
  assert.deepEqual(store.summaries(), ['sound']);
  assert.deepEqual(
    store.setAside().map(({ reason, seq, assessment }) => ({ reason, seq, city: assessment?.setup.city })),
    [{ reason: text, seq: 5, city: '示例市' }],
  );
});
