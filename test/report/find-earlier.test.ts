import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assessment } from '#assessment/assessment.ts';
import { findEarlier } from '#report/find-earlier.ts';
import { buildAssessment } from '../support/build-assessment.ts';

function assessmentOf(id: string, setup: Partial<Assessment['setup']>, rest: Partial<Assessment> = {}): Assessment {
  return { ...buildAssessment({}, setup), ...rest, id };
}

const now = assessmentOf('now', { referenceDate: '2026-11-30', unitCode: '370100' });

test('the earlier assessment is the latest one of the same unit before the reference date', () => {
  const known = [
    assessmentOf('later', { referenceDate: '2027-01-01', unitCode: '370100' }),
    assessmentOf('same-day', { referenceDate: '2026-11-30', unitCode: '370100' }),
    assessmentOf('two-years', { referenceDate: '2024-11-30', unitCode: '370100' }),
    assessmentOf('last-year', { referenceDate: '2025-11-30', unitCode: '370100', city: '改了名的市' }),
    assessmentOf('other-unit', { referenceDate: '2026-06-30', unitCode: '370200' }),
    now,
  ];
  assert.equal(findEarlier(now, known)?.id, 'last-year');
});

test('without a code on both sides it is the same city with the same checklist', () => {
  const last = { referenceDate: '2025-11-30' };
  const pin = { id: 'other', version: '1.0.0', sha256: 'ab'.repeat(32) };
  assert.equal(findEarlier(now, [assessmentOf('named', last)])?.id, 'named');
  assert.equal(findEarlier(now, [assessmentOf('elsewhere', { ...last, city: '邻市' })]), undefined);
  assert.equal(findEarlier(now, [assessmentOf('other-list', last, { checklist: pin })]), undefined);
});

test('of two of one day the final one is taken', () => {
  const last = { referenceDate: '2025-11-30' };
  const known = [assessmentOf('draft', last), assessmentOf('handed-in', last, { state: 'final' })];
  assert.equal(findEarlier(now, known)?.id, 'handed-in');
});
