import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { type TestContext, test } from 'node:test';
import { readRawWorkbook } from '#exchange/raw-workbook.ts';
import { type Pack, writePack } from '#exchange/write-pack.ts';
import { openPackWriter } from '#src/pack-writer.ts';
import type { ThreadLimits } from '#store/asked-thread.ts';
import { buildAssessment } from './support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from './support/build-checklist.ts';
import { wordings } from './support/wordings.ts';

function packOf(items: number): Pack {
  const area = buildArea('a', { items: Array.from({ length: items }, (_, index) => buildItem(`a${index}`)) });
  return {
    assessment: buildAssessment({ a0: { answer: 'scored', value: 3 } }),
    checklist: buildChecklist({ areas: [area] }),
    ...{ packFor: 'everybody', exportedAt: '2026-11-20T16:30:00.000Z' },
    last: new Map([['a1', { answer: 'scored', value: 2 }]]),
  };
}

function open(t: TestContext, limits: Partial<ThreadLimits> = {}) {
  const writer = openPackWriter('Asia/Shanghai', limits);
  t.after(() => writer.close());
  return writer;
}

test('a pack is written in a thread as it would be here, in either language, and nobody waits for it', async t => {
  const { write } = open(t);
  const pack = packOf(200);
  const before = performance.eventLoopUtilization();
  const bytes = await write(pack, wordings.zh);
  const { utilization } = performance.eventLoopUtilization(before);
  assert.ok(utilization < 0.5, `busy for ${utilization} of the time`);
  assert.deepEqual(await contentOf(bytes), await contentOf(await writePack(pack, wordings.zh)));
  const small = packOf(2);
  const english = await contentOf(await write(small, wordings.en));
  assert.deepEqual(english, await contentOf(await writePack(small, wordings.en)));
});

function contentOf(bytes: Uint8Array) {
  return readRawWorkbook(Buffer.from(bytes));
}

test('one that takes too long is given up, and more than may wait are refused at once', async t => {
  await assert.rejects(open(t, { timeout: 1 }).write(packOf(2), wordings.zh), { code: 'document-too-large' });
  const full = open(t, { waiting: 0 });
  await assert.rejects(full.write(packOf(2), wordings.zh), { code: 'documents-busy' });
});
