import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roundCoverage, roundScore, shownDifference, shownOf } from '#scoring/rounding.ts';

const scores: [number, number][] = [
  [0, 0],
  [-0, 0],
  [0.05, 0.1],
  [0.049999, 0],
  [0.15, 0.2],
  [0.25, 0.3],
  [0.35, 0.4],
  [1.005, 1],
  [1.05, 1.1],
  [2.675, 2.7],
  [8.345, 8.3],
  [8.35, 8.4],
  [59.949999, 59.9],
  [59.95, 60],
  [59.95 - 1e-12, 60],
  [89.96, 90],
  [89.94999, 89.9],
  [100 * (0.7 + 0.1 + 0.1495), 95],
  [100, 100],
  [-0.04, 0],
  [-0.05, -0.1],
  [-2.25, -2.3],
  [-89.96, -90],
];

for (const [score, shown] of scores) {
  test(`a score of ${Object.is(score, -0) ? '-0' : score} is shown as ${shown}`, () => {
    assert.ok(Object.is(roundScore(score), shown), `${roundScore(score)}`);
  });
}

const coverages: [number, number][] = [
  [0, 0],
  [0.009999, 0],
  [0.57, 57],
  [0.58, 58],
  [0.29, 29],
  [0.7999, 79],
  [0.8, 80],
  [0.9999, 99],
  [1 - 1e-12, 100],
  [1, 100],
];

for (const [coverage, shown] of coverages) {
  test(`a coverage of ${coverage} is shown as ${shown} per cent`, () => {
    assert.equal(roundCoverage(coverage), shown);
  });
}

test('what is undefined stays undefined', () => {
  const undefinedSummary = { score: null, coverage: null, low: null, high: null };
  assert.deepEqual(shownOf(undefinedSummary), undefinedSummary);
});

test('a difference is the one a reader gets from the shown numbers', () => {
  assert.equal(shownDifference(71.7, 68.4), 3.3);
  assert.equal(shownDifference(68.4, 71.7), -3.3);
  assert.ok(Object.is(shownDifference(68.4, 68.4), 0));
});

test('rounding is symmetric, monotone, stable and off by half a tenth at most', () => {
  const score = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(score, score, (a, b) => {
      assert.equal(roundScore(-a) + roundScore(a), 0);
      assert.ok(!Object.is(roundScore(a), -0));
      assert.equal(roundScore(roundScore(a)), roundScore(a));
      assert.ok(Math.abs(roundScore(a) - a) <= 0.05 + 1e-9);
      assert.ok(a > b || roundScore(a) <= roundScore(b));
    }),
  );
});
