import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { canonicalJson } from '#shared/canonical-json.ts';
import { verifyAssessments } from '#store/verify-assessments.ts';
import { answer, created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** "one" of five changes: a snapshot of the first four, and one line behind it. */
async function folderOfOne(context: TestContext) {
  const folder = await temporaryFolder(context);
  const first = await openStore(folder);
  await first.create(created('one'));
  for (const note of ['第一次', '第二次', '第三次']) await first.commit('one', answer('a1', note));
  await first.close();
  const store = await openStore(folder);
  await store.commit('one', answer('a2', '第四次'));
  const file = (name: string) => path.join(folder, 'assessments', name);
  return { folder, store, journal: file('one.jsonl'), snapshot: file('one.json') };
}

async function verifyOne(folder: string) {
  const { verified } = await verifyAssessments(folder, ['one']);
  assert.equal(verified.length, 1);
  const [document] = verified;
  assert.ok(document);
  return document;
}

async function editLines(journal: string, change: (lines: string[]) => string[]): Promise<void> {
  const text = await readFile(journal, 'utf8');
  const changed = change(text.split('\n')).join('\n');
  assert.notEqual(changed, text);
  await writeFile(journal, changed);
}

test('a sound assessment has its number of changes and the hash that the running program has', async context => {
  const { folder, store } = await folderOfOne(context);
  const found = await store.find('one');
  assert.deepEqual(await verifyOne(folder), {
    id: 'one',
    seq: 5,
    head: found?.head,
    torn: 0,
    clockBack: [],
    problem: undefined,
  });
});

test('verifying writes nothing and takes no lock', async context => {
  const { folder } = await folderOfOne(context);
  const names = async () => (await readdir(folder, { recursive: true })).sort();
  const state = async () =>
    Promise.all((await names()).map(async name => [name, (await stat(path.join(folder, name))).mtimeMs]));
  const before = await state();
  await verifyAssessments(folder, []);
  assert.deepEqual(await state(), before);
});

test('a store that is being written to is sound at every moment, half-written lines apart', async context => {
  const { folder, store } = await folderOfOne(context);
  let isWriting = true;
  const writing = Promise.all(
    Array.from({ length: 300 }, (_, index) => store.commit('one', answer(`a${index % 7}`, `${index}`))),
  ).finally(() => {
    isWriting = false;
  });
  let seen = 0;
  do {
    const document = await verifyOne(folder);
    assert.equal(document.problem, undefined);
    assert.ok(document.seq >= seen);
    seen = document.seq;
  } while (isWriting);
  await writing;
  assert.equal((await verifyOne(folder)).seq, 305);
  await store.close();
});

const rewrittenBefore = (line: string, next: string) =>
  next.replace(/"prev":"[^"]*"/, `"prev":"${hash('sha256', line)}"`);

const damages: [what: string, change: (lines: string[]) => string[], seq: number, reason: RegExp][] = [
  [
    'a flipped byte',
    ([a = '', b = '', c = '', ...rest]) => [a, b, c.replace('第一次', '第一决'), ...rest],
    2,
    /line 4 of the journal does not follow/,
  ],
  ['a removed line', lines => lines.filter((_, index) => index !== 2), 1, /line 3 of the journal does not follow/],
  [
    'two swapped lines',
    ([a = '', b = '', c = '', d = '', ...rest]) => [a, b, d, c, ...rest],
    1,
    /line 3 of the journal does not follow/,
  ],
  [
    'an edited note whose hash was put into the next line',
    ([a = '', b = '', c = '', d = '', ...rest]) => {
      const edited = c.replace('第一次', '改过的');
      return [a, b, edited, rewrittenBefore(edited, d), ...rest];
    },
    3,
    /line 5 of the journal does not follow/,
  ],
  ['a tail cut off at a line', lines => [...lines.slice(0, 4), ''], 3, /shorter than what the snapshot was made of/],
  ['a line that is no JSON', ([a = '', b = '', ...rest]) => [a, b, 'hello', ...rest], 1, /line 3 .* cannot be read/],
];

for (const [what, change, seq, reason] of damages) {
  test(`${what} is found, with how far the chain holds`, async context => {
    const { folder, journal } = await folderOfOne(context);
    await editLines(journal, change);
    const document = await verifyOne(folder);
    assert.match(document.problem?.en ?? '', reason);
    assert.notEqual(document.problem?.zh, '');
    assert.equal(document.seq, seq);
  });
}

test('a chain that was rewritten throughout contradicts the snapshot, and without one only the hash tells', async context => {
  const { folder, journal, snapshot } = await folderOfOne(context);
  const honest = await verifyOne(folder);
  await editLines(journal, lines => {
    const rewritten = lines.slice(0, -1).map(line => line.replace('第一次', '改过的'));
    rewritten.forEach((line, index) => {
      const before = rewritten[index - 1];
      if (index > 1 && before !== undefined) rewritten[index] = rewrittenBefore(before, line);
    });
    return [...rewritten, ''];
  });
  assert.match((await verifyOne(folder)).problem?.en ?? '', /snapshot does not belong to the journal/);
  await rm(snapshot);
  const forged = await verifyOne(folder);
  assert.equal(forged.problem, undefined);
  assert.equal(forged.seq, honest.seq);
  assert.notEqual(forged.head, honest.head);
});

test('a torn last line is told and is no damage', async context => {
  const { folder, journal } = await folderOfOne(context);
  await writeFile(journal, `${await readFile(journal, 'utf8')}{"v":1,"se`);
  const { seq, torn, problem } = await verifyOne(folder);
  assert.deepEqual({ seq, torn, problem }, { seq: 5, torn: 10, problem: undefined });
});

test('a snapshot edited by hand is found, also with its hash put right', async context => {
  const { folder, snapshot } = await folderOfOne(context);
  const stored = JSON.parse(await readFile(snapshot, 'utf8'));
  stored.document.answers.a1.answer.value = 5;
  await writeFile(snapshot, JSON.stringify(stored));
  assert.match((await verifyOne(folder)).problem?.en ?? '', /the snapshot is damaged/);
  stored.sha256 = hash('sha256', JSON.stringify(stored.document));
  await writeFile(snapshot, JSON.stringify(stored));
  assert.match((await verifyOne(folder)).problem?.en ?? '', /says something else than the journal/);
});

test('a snapshot with its keys in another order says the same', async context => {
  const { folder, snapshot } = await folderOfOne(context);
  const stored = JSON.parse(await readFile(snapshot, 'utf8'));
  const document = JSON.parse(canonicalJson(stored.document));
  await writeFile(snapshot, JSON.stringify({ ...stored, document, sha256: hash('sha256', JSON.stringify(document)) }));
  assert.equal((await verifyOne(folder)).problem, undefined);
});

test('a missing journal, a newer format and a file that cannot be read are told for that assessment alone', async context => {
  const { folder, store, journal } = await folderOfOne(context);
  await store.create(created('two'));
  await store.create(created('three'));
  const file = (name: string) => path.join(folder, 'assessments', name);
  await rm(journal);
  await writeFile(file('two.jsonl'), '{"v":9,"kind":"assessment","id":"two"}\n');
  await rm(file('three.jsonl'));
  await mkdir(file('three.jsonl'));
  await store.create(created('four'));
  const { verified } = await verifyAssessments(folder, []);
  const problems = new Map(verified.map(({ id, problem }) => [id, problem?.en]));
  assert.match(problems.get('one') ?? '', /journal is missing/);
  assert.match(problems.get('two') ?? '', /newer version of the program/);
  assert.match(problems.get('three') ?? '', /cannot be read/);
  assert.deepEqual([problems.has('four'), problems.get('four')], [true, undefined]);
});

test('a journal without the change with which it begins is damaged, however empty', async context => {
  const { folder, journal, snapshot } = await folderOfOne(context);
  await rm(snapshot);
  const [header = ''] = (await readFile(journal, 'utf8')).split('\n');
  for (const text of ['', `${header}\n`, `${header}\n{"v":1`]) {
    await writeFile(journal, text);
    const { seq, torn, problem } = await verifyOne(folder);
    assert.deepEqual([seq, torn], [0, 0]);
    assert.match(problem?.en ?? '', /does not hold the change with which it begins/);
  }
});

test('ids without a file are handed back, also those that look like a path; each is looked at once', async context => {
  const { folder } = await folderOfOne(context);
  const { verified, unknown } = await verifyAssessments(folder, ['one', 'none', '../lock', 'one']);
  assert.deepEqual(
    verified.map(({ id }) => id),
    ['one'],
  );
  assert.deepEqual(unknown, ['none', '../lock']);
});

test('a folder that is missing, a file, or without assessments in it is refused; an empty data folder has nothing', async context => {
  const folder = await temporaryFolder(context);
  const refused = { name: 'StoreError', code: 'no-data-folder' };
  await assert.rejects(verifyAssessments(path.join(folder, 'none'), []), refused);
  await assert.rejects(verifyAssessments(folder, []), refused);
  await writeFile(path.join(folder, 'file'), '');
  await assert.rejects(verifyAssessments(path.join(folder, 'file'), []), refused);
  await mkdir(path.join(folder, 'assessments'));
  assert.deepEqual(await verifyAssessments(folder, []), { verified: [], unknown: [] });
});
