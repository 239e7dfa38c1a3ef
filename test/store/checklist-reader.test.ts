import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openChecklistReader, type ReaderLimits } from '#store/checklist-reader.ts';
import { buildChecklist } from '../support/build-checklist.ts';

const file = Buffer.from(JSON.stringify(buildChecklist()));

function open(t: TestContext, limits: Partial<ReaderLimits> = {}) {
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
