import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { matrixStepOf } from '#report/matrix-report.ts';
import { buildReport } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';

const rows = ['constructor', 'r2', 'r3'];
const columns = ['c1', 'toString'];
const checklist = buildChecklist({
  facts: [{ id: 'coast', question: { zh: '临海吗' } }],
  areas: [
    buildArea('a', {
      items: [
        {
          ...{ id: 'm', code: 'M', kind: 'matrix', title: { zh: '矩阵' }, weight: 0 },
          ...{ rows, columns, cellMax: 3, conditional: { fact: 'coast' } },
        },
      ],
    }),
  ],
});

function reportOf(answer: Answer | undefined, profile = {}) {
  const assessment = buildAssessment(answer ? { m: answer } : {}, { profile });
  return buildReport(assessment, checklist, '2026-11-18T06:40:00.000Z');
}

const cells = fc.dictionary(fc.constantFrom(...columns), fc.integer({ min: 0, max: 3 }), { noNullPrototype: true });
const tables = fc.dictionary(fc.constantFrom(...rows), cells, { noNullPrototype: true });

function storedIn(table: Record<string, Record<string, number>>, row: string, column: string): number | null {
  const stored = Object.entries(table).find(([id]) => id === row)?.[1] ?? {};
  return Object.entries(stored).find(([id]) => id === column)?.[1] ?? null;
}

test('every cell is the one that is stored, and one that is not stored is not 0', () => {
  fc.assert(
    fc.property(tables, table => {
      const [matrix] = reportOf(scored(table)).matrices;
      assert.ok(matrix);
      let filled = 0;
      for (const row of matrix.rows)
        for (const [index, column] of columns.entries()) {
          const value = storedIn(table, row.id, column);
          assert.equal(row.cells[index], value, `${row.id}/${column}`);
          filled += value === null ? 0 : 1;
        }
      assert.equal(matrix.filled, filled);
      assert.equal(matrix.total, 6);
    }),
    { numRuns: 200 },
  );
});

test('a table that was not filled in has only empty cells, and its state says what it is', () => {
  for (const answer of [undefined, { answer: 'unknown' }, { answer: 'withheld', reason: 'work-secret' }] as const) {
    const [matrix] = reportOf(answer).matrices;
    assert.deepEqual([matrix?.filled, matrix?.item.state], [0, answer?.answer ?? 'unanswered']);
    assert.ok(matrix?.rows.every(row => row.cells.every(cell => cell === null)));
  }
});

test('a table that the profile of the city leaves out is not shown', () => {
  assert.equal(reportOf(scored({ r2: { c1: 1 } }), { coast: false }).matrices.length, 0);
});

test('report.json carries the cells, empty ones as null', () => {
  const [matrix] = reportDocument(reportOf(scored({ r2: { c1: 0 } }))).matrices ?? [];
  assert.deepEqual(
    matrix?.cells.filter(({ row }) => row === 'r2'),
    [
      { row: 'r2', column: 'c1', value: 0 },
      { row: 'r2', column: 'toString', value: null },
    ],
  );
});

test('cell values spread over the six colours, the ends at the ends', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map(value => matrixStepOf(value, 3)),
    [0, 2, 3, 5],
  );
  assert.deepEqual([matrixStepOf(0, 20), matrixStepOf(20, 20), matrixStepOf(1, 1)], [0, 5, 5]);
});
