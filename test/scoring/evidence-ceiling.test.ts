import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '#assessment/evidence.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { ceilingOf, isInForce } from '#scoring/evidence-ceiling.ts';

const today = '2026-06-30';
const audit = (days: { date?: string; validUntil?: string }): Evidence => ({ kind: 'audit', title: 'x', ...days });

test('each kind of evidence has its ceiling', () => {
  const ceilings = evidenceKindSchema.options.map(kind => [kind, ceilingOf([{ kind, title: 'x' }], today)]);
  assert.deepEqual(Object.fromEntries(ceilings), {
    ...{ statement: 1, document: 2, operation: 3, measurement: 4, exercise: 4, event: 5, audit: 5 },
  });
});

const cases: [what: string, days: { date?: string; validUntil?: string }, inForce: boolean][] = [
  ['without any day', {}, true],
  ['of the reference date', { date: today }, true],
  ['of the day after', { date: '2026-07-01' }, false],
  ['valid until the reference date', { validUntil: today }, true],
  ['valid until the day before', { validUntil: '2026-06-29' }, false],
  ['of and until the reference date', { date: today, validUntil: today }, true],
  ['that ends before it begins, around the reference date', { date: '2026-07-01', validUntil: '2026-06-29' }, false],
  ['that ends before it begins, earlier', { date: '2026-05-02', validUntil: '2026-05-01' }, false],
  ['that ends before it begins, later', { date: '2026-08-02', validUntil: '2026-08-01' }, false],
  ['dated long ago', { date: '1999-12-31' }, true],
];

for (const [what, days, inForce] of cases) {
  test(`evidence ${what} is ${inForce ? '' : 'not '}in force`, () => {
    assert.equal(isInForce(audit(days), today), inForce);
    assert.equal(ceilingOf([audit(days)], today), inForce ? 5 : 0);
  });
}

test('the highest ceiling in force counts, not the last and not their number', () => {
  const expired = audit({ validUntil: '2026-01-01' });
  const statement: Evidence = { kind: 'statement', title: 'x' };
  const operation: Evidence = { kind: 'operation', title: 'x' };
  assert.equal(ceilingOf([expired, operation, statement, statement], today), 3);
});

test('without evidence nothing is supported', () => {
  assert.equal(ceilingOf(undefined, today), 0);
  assert.equal(ceilingOf([], today), 0);
});
