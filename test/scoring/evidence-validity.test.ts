import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInForce } from '#scoring/evidence-ceiling.ts';
import { countsWith, type EvidenceValidity, validityOf } from '#scoring/evidence-validity.ts';

const day = '2026-11-30';
const cases: [date: string | undefined, validUntil: string | undefined, validity: EvidenceValidity][] = [
  [undefined, undefined, 'undated'],
  ['2026-11-30', undefined, 'in-force'],
  ['2026-12-01', undefined, 'later'],
  [undefined, '2026-11-29', 'expired'],
  [undefined, '2026-11-30', 'expiring'],
  ['2026-01-01', '2027-02-28', 'expiring'],
  ['2026-01-01', '2027-03-01', 'in-force'],
  ['2026-05-01', '2026-01-01', 'never'],
  ['2027-05-01', '2027-01-01', 'never'],
  ['2026-12-01', '2027-12-01', 'later'],
];

for (const [date, validUntil, validity] of cases) {
  test(`from ${date} until ${validUntil} is ${validity} on ${day}`, () => {
    const record = {
      kind: 'audit' as const,
      title: 'x',
      ...(date ? { date } : {}),
      ...(validUntil ? { validUntil } : {}),
    };
    assert.equal(validityOf(record, day), validity);
    assert.equal(countsWith(validity), isInForce(record, day), 'as scoring counts it');
  });
}
