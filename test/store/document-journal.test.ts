import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { DocumentJournal } from '#store/document-journal.ts';
import type { DocumentKind } from '#store/document-kind.ts';
import { openDocumentJournal } from '#store/open-document-journal.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Sum = { total: number };
type Addition = { add: number };

const sums: DocumentKind<Sum, Addition> = {
  name: 'sum',
  documentSchema: z.strictObject({ total: z.number() }),
  changeSchema: z.strictObject({ add: z.number() }),
  apply: (sum, { add }) => ({ total: (sum?.total ?? 0) + add }),
  migrations: [],
};

/** The next format counts in thousands. */
const inThousands: DocumentKind<Sum, { thousands: number }> = {
  name: 'sum',
  documentSchema: sums.documentSchema,
  changeSchema: z.strictObject({ thousands: z.number() }),
  apply: (sum, { thousands }) => ({ total: (sum?.total ?? 0) + thousands * 1000 }),
  migrations: [change => ({ thousands: z.object({ add: z.number() }).parse(change).add / 1000 })],
};

function openSums<Change>(folder: string, kind: DocumentKind<Sum, Change>) {
  const summarise = ({ total }: Sum) => total;
  return openDocumentJournal({ folder, kind, log: recordingLog(), summarise, compare: (a, b) => b - a });
}

async function found<Change>(journal: DocumentJournal<Sum, Change, number>, id: string) {
  const stored = await journal.find(id);
  return stored && { document: stored.document, seq: stored.seq };
}

test('any kind of document is the fold of its changes, whenever the program stops in between', async context => {
  const folder = await temporaryFolder(context);
  let id = 0;
  const round = fc.record({
    additions: fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 12 }),
    clean: fc.boolean(),
  });
  const property = fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async rounds => {
    const name = `sum-${id++}`;
    await (await openSums(folder, sums)).create(name, { add: 1 });
    for (const { additions, clean } of rounds) {
      const journal = await openSums(folder, sums);
      await Promise.all(additions.map(add => journal.commit(name, () => ({ change: { add } }))));
      if (clean) await journal.close();
    }
    const additions = rounds.flatMap(each => each.additions);
    const document = { total: additions.reduce((sum, add) => sum + add, 1) };
    assert.deepEqual(await found(await openSums(folder, sums), name), { document, seq: additions.length + 1 });
  });
  await fc.assert(property, { numRuns: 15 });
});

test('a file of an older format is read through the migrations, goes on in the new one and is not rewritten', async context => {
  const folder = await temporaryFolder(context);
  const older = await openSums(folder, sums);
  await older.create('one', { add: 2000 });
  await older.commit('one', () => ({ change: { add: 500 } }));
  await older.close();
  const file = path.join(folder, 'one.jsonl');
  const before = await readFile(file, 'utf8');
  const newer = await openSums(folder, inThousands);
  assert.deepEqual(await found(newer, 'one'), { document: { total: 2500 }, seq: 2 });
  await newer.commit('one', () => ({ change: { thousands: 1 } }));
  await newer.close();
  const after = await readFile(file, 'utf8');
  assert.ok(after.startsWith(before));
  assert.match(after.slice(before.length), /^\{"v":2,"seq":3,/);
  assert.deepEqual(await found(await openSums(folder, inThousands), 'one'), { document: { total: 3500 }, seq: 3 });
  await assert.rejects(openSums(folder, sums), { code: 'newer-format' });
});

test('a journal of another kind is not taken for one of this kind', async context => {
  const folder = await temporaryFolder(context);
  const journal = await openSums(folder, sums);
  await journal.create('one', { add: 1 });
  const file = path.join(folder, 'one.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"sum"', '"people"'));
  assert.equal((await openSums(folder, sums)).documentsSetAside().length, 1);
});

test('a journal that someone took away is not begun anew in the middle', async context => {
  const folder = await temporaryFolder(context);
  const journal = await openSums(folder, sums);
  await journal.create('one', { add: 1 });
  const file = path.join(folder, 'one.jsonl');
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, 30));
  await assert.rejects(
    journal.commit('one', () => ({ change: { add: 1 } })),
    { code: 'set-aside' },
  );
  assert.equal((await readFile(file)).length, 30);
  await writeFile(file, bytes);
  const again = await openSums(folder, sums);
  await again.commit('one', () => ({ change: { add: 1 } }));
  assert.deepEqual((await again.find('one'))?.document, { total: 2 });
});

test('an id that is no plain name never becomes a file', async context => {
  const journal = await openSums(await temporaryFolder(context), sums);
  for (const id of ['', '../one', 'a/b', 'a.b', 'x'.repeat(65)])
    await assert.rejects(journal.create(id, { add: 1 }), /cannot be the name of a file/);
});
