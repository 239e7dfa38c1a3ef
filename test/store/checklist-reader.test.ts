import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ReadProgress } from '#checklist/checklist-documents.ts';
import type { ThreadLimits } from '#store/asked-thread.ts';
import { openChecklistReader } from '#store/checklist-reader.ts';
import { buildChecklist } from '../support/build-checklist.ts';

const file = Buffer.from(JSON.stringify(buildChecklist()));

function open(t: TestContext, limits: Partial<ThreadLimits> = {}) {
  const reader = openChecklistReader(limits);
  t.after(() => reader.close());
  return reader;
}

test('files are read one after the other in one thread, as a checklist or as a draft', async t => {
  const reader = open(t);
  const { areas: _areas, ...head } = buildChecklist();
  const noAreas = Buffer.from(JSON.stringify({ ...head, areas: [] }));
  const read = await Promise.all([
    reader.read(file, 'checklist'),
    reader.read(noAreas, 'checklist'),
    reader.read(noAreas, 'draft'),
    reader.read(Buffer.from('areas: ['), 'draft'),
  ]);
  assert.deepEqual(
    read.map(({ ok }) => ok),
    [true, false, true, false],
  );
  assert.deepEqual(read[0], { ok: true, checklist: buildChecklist() });
});

test('one that takes too long is refused, and the next one is read', async t => {
  const slow = open(t, { timeout: 1 });
  const refused = await slow.read(file, 'checklist');
  assert.match(refused.ok ? '' : (refused.faults[0]?.message.en ?? ''), /too long to read/);
  assert.ok((await open(t).read(file, 'checklist')).ok);
});

test('more than can wait are refused at once, and a thread that has nothing to do ends', async t => {
  const reader = open(t, { waiting: 1, idle: 1 });
  const first = reader.read(file, 'checklist');
  await assert.rejects(reader.read(file, 'checklist'), { code: 'documents-busy' });
  assert.ok((await first).ok);
  assert.ok((await reader.read(file, 'checklist')).ok, 'by a thread of its own');
});

test('how far it is, and how many are before it, is told; whoever is cancelled makes room at once', async t => {
  const reader = open(t, { waiting: 3 });
  const many = Buffer.from(`extra:\n${'- y\n'.repeat(20_000)}`);
  const told: ReadProgress[][] = [[], [], []];
  const controllers = told.map(() => new AbortController());
  const reads = told.map((list, index) =>
    reader.read(many, 'draft', {
      onProgress: progress => list.push(progress),
      ...(controllers[index] ? { signal: controllers[index].signal } : {}),
    }),
  );
  const outcomes = Promise.allSettled(reads);
  assert.deepEqual(told[2], [{ step: 'waiting', ahead: 2 }]);
  await assert.rejects(reader.read(file, 'draft'), { code: 'documents-busy' });
  controllers[1]?.abort();
  assert.deepEqual(told[2]?.at(-1), { step: 'waiting', ahead: 1 });
  const after = reader.read(file, 'checklist');
  controllers[0]?.abort();
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ['rejected', 'rejected', 'fulfilled'],
  );
  assert.ok((await after).ok);
  assert.ok(
    told[1]?.every(({ step }) => step === 'waiting'),
    'never begun',
  );
  const steps = [...new Set(told[2]?.map(({ step }) => step))];
  assert.deepEqual(steps, ['waiting', 'reading', 'building', 'checking']);
  const shares = told[2]?.flatMap(progress => (progress.step === 'reading' ? [progress.share] : [])) ?? [];
  assert.ok(shares.length > 10 && shares.length < 60, `${shares.length} times`);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
  assert.ok(shares.every(share => share >= 0 && share <= 1));
});
