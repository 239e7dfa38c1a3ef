import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherRecords } from '#assessment/evidence-of-items.ts';
import { buildAssessment } from '../support/build-assessment.ts';

const record = (id: string, title: string) => ({ id, kind: 'document' as const, title });

test('a record is found in every other item that uses it, in their order, as each says it', () => {
  const assessment = buildAssessment({
    a1: { answer: 'unknown', evidence: [record('e1', '甲'), record('e2', '乙')] },
    a2: { answer: 'unknown', evidence: [record('e1', '甲'), { kind: 'document', title: '无名' }] },
    b1: { answer: 'unknown', evidence: [record('e1', '丙')] },
  });
  assert.deepEqual(otherRecords('e1', { assessment, itemId: 'a2' }), [
    { item: 'a1', record: record('e1', '甲') },
    { item: 'b1', record: record('e1', '丙') },
  ]);
  assert.deepEqual(otherRecords('e2', { assessment, itemId: 'a1' }), []);
  assert.deepEqual(otherRecords('__proto__', { assessment, itemId: 'a1' }), []);
});

test('asking for the record of every item looks at each answer a few times, not at all of them for every one', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `a${index}`);
  let looks = 0;
  const answers = Object.fromEntries(
    ids.map(id => [
      id,
      {
        ...{ rev: 1, by: 'local', at: '2026-11-20T02:00:00.000Z' },
        get answer() {
          looks += 1;
          return { answer: 'unknown' as const, evidence: [record(`e-${id}`, id)] };
        },
      },
    ]),
  );
  for (const itemId of ids) assert.deepEqual(otherRecords(`e-${itemId}`, { assessment: { answers }, itemId }), []);
  assert.ok(looks <= 400, `${looks} looks`);
});
