import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { heatBandOf } from '#report/heat-band.ts';
import { buildReport } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { roundScore } from '#scoring/rounding.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const group = (id: string, tag: string) => ({ id, label: { zh: id }, tags: [tag] });
const tags = ['hazard:gas', 'hazard:flood', 'loop:warn', 'loop:respond'];
const item = (id: string, ...indexes: number[]) =>
  buildItem(id, { conditional: true, tags: indexes.map(index => tags[index] ?? '') });
const checklist = buildChecklist({
  lenses: [
    { id: 'hazards', title: { zh: '风险' }, groups: [group('gas', 'hazard:gas'), group('flood', 'hazard:flood')] },
    { id: 'loop', title: { zh: '环节' }, groups: [group('warn', 'loop:warn'), group('respond', 'loop:respond')] },
    { id: 'grid', title: { zh: '风险的环节' }, rows: 'hazards', columns: 'loop' },
  ],
  areas: [
    buildArea('a', { weight: 3, items: [item('a1', 0, 2), item('a2', 0, 1, 2), item('a3', 0)] }),
    buildArea('b', {
      weight: 2,
      items: [item('b1', 1, 2), buildItem('b2', { weight: 0, tags: ['hazard:gas', 'loop:respond'] })],
    }),
  ],
});
const generatedAt = '2026-11-18T06:40:00.000Z';
const reportOf = (answers: Record<string, Answer>) => buildReport(buildAssessment(answers), checklist, generatedAt);

const answer = fc.oneof(
  fc.record({
    answer: fc.constant('scored' as const),
    value: fc.integer({ min: 0, max: 5 }),
    evidence: fc.array(
      fc.record({ kind: fc.constantFrom(...evidenceKindSchema.options), title: fc.constant('佐证') }),
      {
        maxLength: 2,
      },
    ),
  }),
  fc.constantFrom<Answer>({ answer: 'unknown' }, { answer: 'withheld', reason: 'work-secret' }),
);
const excluded = fc.constant<Answer>({ answer: 'not-applicable', reason: '没有' });
const answers = fc.record<Record<string, Answer>>(
  { a1: fc.oneof(answer, excluded), a2: fc.oneof(answer, excluded), a3: answer, b1: answer, b2: answer },
  { requiredKeys: [] },
);

test('every cell is the crossed lens result of scoring, rounded as it is shown', () => {
  fc.assert(
    fc.property(answers, given => {
      const { heatmaps, assessment } = reportOf(given);
      const { claimed, supported } = scoreAssessment({
        ...{ checklist, answers: new Map(Object.entries(given)), profile: {} },
        referenceDate: assessment.setup.referenceDate,
      });
      const cells = heatmaps.flatMap(({ rows }) =>
        rows.flatMap(row => row.cells.map(cell => ({ row: row.id, ...cell }))),
      );
      assert.equal(cells.length, 4);
      for (const { row, column, figures, undefinedFor } of cells) {
        const pair = `${row}/${column}`;
        assert.equal(figures.score, roundScore(claimed.lenses.grid?.[pair]?.score ?? null), pair);
        assert.equal(figures.low, roundScore(claimed.lenses.grid?.[pair]?.low ?? null), pair);
        assert.equal(figures.high, roundScore(claimed.lenses.grid?.[pair]?.high ?? null), pair);
        assert.equal(figures.supported, roundScore(supported.lenses.grid?.[pair] ?? null), pair);
        assert.equal(undefinedFor === null, figures.score !== null);
      }
    }),
    { numRuns: 200 },
  );
});

test('a cell without a score says why', () => {
  const [map] = reportOf({ a1: scored(3), b1: { answer: 'unknown' }, b2: scored(2) }).heatmaps;
  const cell = (row: string, column: string) =>
    map?.rows.find(({ id }) => id === row)?.cells.find(one => one.column === column);
  assert.equal(cell('gas', 'warn')?.undefinedFor, null);
  assert.equal(cell('flood', 'warn')?.undefinedFor, 'open');
  assert.equal(cell('flood', 'respond')?.undefinedFor, 'not-covered');
  assert.equal(cell('gas', 'respond')?.undefinedFor, 'weightless');
  const [without] = reportOf({ a2: { answer: 'not-applicable', reason: '没有' } }).heatmaps;
  assert.equal(without?.rows[0]?.cells[0]?.counts.excluded, 1);
});

test('report.json carries the cells row by row', () => {
  const document = reportDocument(reportOf({ a1: scored(3), a2: scored(4) }));
  const [map] = document.heatmaps ?? [];
  assert.deepEqual(
    map?.cells.map(({ row, column, score, scored: count }) => [row, column, score, count]),
    [
      ['gas', 'warn', 70, 2],
      ['gas', 'respond', null, 0],
      ['flood', 'warn', 80, 1],
      ['flood', 'respond', null, 0],
    ],
  );
});

test('the bands begin where they say', () => {
  assert.deepEqual([0, 49.9, 50, 59.9, 60, 74.9, 75, 89.9, 90, 100].map(heatBandOf), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('a lens names the areas whose items the scope leaves out', () => {
  const assessment = buildAssessment({}, { scope: { areas: ['a'] } });
  const [hazards, loop] = buildReport(assessment, checklist, generatedAt).lenses;
  assert.deepEqual(
    hazards?.groups.map(({ areasOutside }) => areasOutside),
    [['b'], ['b']],
  );
  assert.deepEqual(
    loop?.groups.map(({ counts, areasOutside }) => [counts.total, areasOutside]),
    [
      [2, ['b']],
      [0, ['b']],
    ],
  );
});
