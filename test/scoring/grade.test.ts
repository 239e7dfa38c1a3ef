import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandReached, capGrade, nextBand, whyNoGrade } from '#scoring/grade.ts';
import { buildChecklist } from './build-checklist.ts';

const areas = { a: { items: { x: {} } } };
const checklist = buildChecklist(areas);
const cappedAtC = buildChecklist(areas, { bottomLine: { cap: 'C' } });

const bands: [shown: number | null, grade: string | null][] = [
  [100, 'A'],
  [90, 'A'],
  [89.9, 'B'],
  [75, 'B'],
  [74.9, 'C'],
  [60, 'C'],
  [59.9, 'D'],
  [0, 'D'],
  [null, null],
];

for (const [shown, grade] of bands) {
  test(`a shown ${shown} reaches ${grade ?? 'no band'}`, () => {
    assert.equal(bandReached(checklist, shown), grade);
  });
}

const summary = { score: 80, coverage: 0.8, low: 64, high: 84 };
const limits: [what: string, change: Partial<typeof summary>, excludedShare: number, reason: string | null][] = [
  ['coverage and exclusions on their limits', {}, 0.2, null],
  ['coverage short by binary noise', { coverage: 0.8 - 1e-10 }, 0, null],
  ['coverage short', { coverage: 0.8 - 1e-8 }, 0, 'coverage-too-low'],
  ['exclusions over by binary noise', {}, 0.2 + 1e-10, null],
  ['exclusions over', {}, 0.2 + 1e-8, 'too-much-excluded'],
];

for (const [what, change, excludedShare, reason] of limits) {
  test(`with ${what} the reason for no grade is ${reason}`, () => {
    assert.equal(whyNoGrade(checklist, { ...summary, ...change }, excludedShare), reason);
  });
}

test('without anything that weighs there is no grade', () => {
  const nothing = { score: null, coverage: null, low: null, high: null };
  assert.equal(whyNoGrade(checklist, nothing, 0), 'nothing-weighed');
});

const caps: [before: string | null, failing: string[], after: string | null][] = [
  ['A', ['x'], 'C'],
  ['B', ['x', 'y'], 'C'],
  ['C', ['x'], 'C'],
  ['D', ['x'], 'D'],
  ['A', [], 'A'],
  [null, ['x'], null],
];

for (const [before, failing, after] of caps) {
  test(`the cap makes ${after} of ${before} with ${failing.length} failing bottom lines`, () => {
    assert.equal(capGrade(cappedAtC, before, failing), after);
  });
}

test('without a cap in the checklist none applies', () => {
  assert.equal(capGrade(checklist, 'A', ['x']), 'A');
});

test('the next band is the nearest better one, its distance that of the shown numbers', () => {
  assert.deepEqual(nextBand(checklist, 71.7), { id: 'B', from: 75, missing: 3.3 });
  assert.deepEqual(nextBand(checklist, 0), { id: 'C', from: 60, missing: 60 });
  assert.deepEqual(nextBand(checklist, 75), { id: 'A', from: 90, missing: 15 });
  assert.deepEqual(nextBand(checklist, 89.9), { id: 'A', from: 90, missing: 0.1 });
  assert.equal(nextBand(checklist, 90), null);
  assert.equal(nextBand(checklist, null), null);
});

test('the distance to a band between two tenths is the one that reaches it', () => {
  const label = { zh: 'x' };
  const grades = [
    { id: 'good', from: 60.01, label },
    { id: 'rest', from: 0, label },
  ];
  assert.deepEqual(nextBand(buildChecklist(areas, { grades }), 60), { id: 'good', from: 60.01, missing: 0.1 });
});
