import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildItem } from '../support/build-checklist.ts';
import { reportOf } from './report-of.ts';

describe('items', () => {
  test('each carries its state, its worth as claimed and supported, and the evidence that was in force', () => {
    const evidence = [
      { kind: 'document' as const, title: '现行' },
      { kind: 'audit' as const, title: '过期', validUntil: '2026-11-29' },
    ];
    const { items } = reportOf({
      answers: { a1: { answer: 'scored', value: 4, evidence }, b2: { answer: 'withheld', reason: 'work-secret' } },
    });
    const [a1, a2, , b2] = items;
    assert.equal(a1?.state, 'scored');
    assert.deepEqual([a1?.fraction, a1?.supported, a1?.claimedLevel, a1?.supportedLevel], [0.8, 0.4, 4, 2]);
    assert.deepEqual([a1?.evidenceInForce, a1?.evidenceNotInForce], [[evidence[0]], [evidence[1]]]);
    assert.equal(a1?.effectiveWeight, 0.25);
    assert.deepEqual([a2?.state, a2?.fraction, a2?.supported], ['unanswered', null, null]);
    assert.deepEqual([b2?.state, b2?.fraction], ['withheld', null]);
  });

  test('a place between two levels is told with one decimal', () => {
    const scale = { min: 1, max: 4 };
    const { items } = reportOf({
      checklist: { areas: [buildArea('a', { items: [buildItem('a1', { scale })] })] },
      answers: { a1: scored(4, 'document') },
    });
    assert.deepEqual([items[0]?.claimedLevel, items[0]?.supportedLevel], [4, 2.2]);
  });
});
