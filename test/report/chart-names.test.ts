import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartNames } from '#report/chart-names.ts';
import { buildReport } from '#report/report.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';
import { minutesAfter } from './build-minutes.ts';

function namesOf(areas: number, answered: number, matrix?: { size: number; filled: boolean }): string[] {
  const ids = [...Array(areas).keys()].map(index => `a${index}x`);
  const lines = [...Array(matrix?.size ?? 0).keys()].map(index => `l${index}`);
  const table = { id: 'm', code: 'M', kind: 'matrix' as const, title: { zh: '矩阵' }, cellMax: 1 };
  const checklist = buildChecklist({
    areas: [
      ...ids.map(id => buildArea(id)),
      ...(matrix ? [buildArea('m', { items: [{ ...table, rows: lines, columns: lines }] })] : []),
    ],
  });
  const answers = Object.fromEntries(ids.slice(0, answered).map(id => [`${id}1`, scored(3)]));
  const filled = matrix?.filled ? { m: scored({ l0: { l0: 1 } }) } : {};
  return chartNames(buildReport(buildAssessment({ ...answers, ...filled }), checklist, '2026-11-18T06:40:00.000Z'));
}

test('there is a radar from three to twenty-four areas with a score', () => {
  assert.ok(!namesOf(4, 2).includes('radar'));
  assert.ok(namesOf(4, 3).includes('radar'));
  assert.ok(namesOf(24, 24).includes('radar'));
  assert.ok(!namesOf(25, 25).includes('radar'));
});

test('without a score there is nothing to compare', () => {
  assert.deepEqual(namesOf(2, 0), ['areas']);
  assert.deepEqual(namesOf(2, 1), ['areas', 'claimed-supported']);
});

test('a matrix is drawn once a cell is filled in, unless it is too large to be read', () => {
  assert.ok(!namesOf(1, 0, { size: 3, filled: false }).includes('matrix-m'));
  assert.ok(namesOf(1, 0, { size: 3, filled: true }).includes('matrix-m'));
  assert.ok(!namesOf(1, 0, { size: 100, filled: true }).includes('matrix-m'));
});

test('hundreds of areas are a table, no picture', () => {
  assert.deepEqual(namesOf(101, 1), ['claimed-supported']);
});

test('votes are drawn once some of them can be shown', () => {
  const checklist = buildChecklist();
  const namesAfter = (...rounds: number[][]) =>
    chartNames(buildReport(buildAssessment(), checklist, '2026-11-18T06:40:00.000Z', [minutesAfter(rounds)]));
  assert.ok(!namesAfter([3, 3]).includes('discussion-w1'));
  assert.ok(namesAfter([3, 3], [3, 3, 3]).includes('discussion-w1'));
});
