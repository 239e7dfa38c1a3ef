import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { Answer } from '#assessment/answer.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { buildReport } from '#report/report.ts';
import { reportDocument, reportDocumentSchema, reportJsonSchema } from '#report/report-document.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const checklist = buildChecklist({
  bottomLine: { cap: 'C' },
  areas: [
    buildArea('a', {
      weight: 3,
      items: [
        buildItem('a1', { bottomLine: true, conditional: true }),
        { id: 'a2', code: 'A2', kind: 'yes-no', title: { zh: '是否' } },
        { id: 'a3', code: 'A3', kind: 'deduction', points: 20, per: 4, title: { zh: '扣分' } },
      ],
    }),
    buildArea('b', { weight: 2 }),
  ],
});

const evidence = fc.array(
  fc.record({ kind: fc.constantFrom(...evidenceKindSchema.options), title: fc.constant('佐证') }),
  {
    maxLength: 2,
  },
);
const open = fc.constantFrom<Answer>({ answer: 'unknown' }, { answer: 'withheld', reason: 'work-secret' });
const scoredWith = (value: fc.Arbitrary<number | boolean>) =>
  fc.record({ answer: fc.constant('scored' as const), value, evidence });
const level = scoredWith(fc.integer({ min: 0, max: 5 }));
const answers = fc.record<Record<string, Answer>>(
  {
    a1: fc.oneof(level, open, fc.constant<Answer>({ answer: 'not-applicable', reason: '没有' })),
    a2: fc.oneof(scoredWith(fc.boolean()), open),
    a3: fc.oneof(scoredWith(fc.integer({ min: 0, max: 9 })), open),
    b1: fc.oneof(level, open),
    b2: fc.oneof(level, open),
  },
  { requiredKeys: [] },
);
const setup = fc.record({ policy: fc.record({ bottomLineCap: fc.boolean() }) });
const reports = fc
  .tuple(answers, setup)
  .map(([given, policy]) => buildReport(buildAssessment(given, policy), checklist, '2026-11-18T06:40:00.000Z'));

test('every report keeps to its published shape, also after a way through a file', () => {
  fc.assert(
    fc.property(reports, report => {
      const document = JSON.parse(JSON.stringify(reportDocument(report)));
      assert.deepEqual(reportDocumentSchema.parse(document), document);
    }),
    { numRuns: 200 },
  );
});

test('the result in it is the one of scoring, and the items are in the order of the checklist', () => {
  const report = buildReport(
    buildAssessment({ a1: { answer: 'scored', value: 3 } }),
    checklist,
    '2026-11-18T06:40:00.000Z',
  );
  const { referenceDate, profile } = report.assessment.setup;
  const given = new Map([['a1', { answer: 'scored' as const, value: 3 }]]);
  const document = reportDocument(report);
  assert.deepEqual(
    document.result,
    scoreAssessment({ checklist: report.checklist, answers: given, referenceDate, profile }),
  );
  assert.deepEqual(
    document.items.map(({ id }) => id),
    ['a1', 'a2', 'a3', 'b1', 'b2'],
  );
  assert.equal(document.checklist.sha256, 'ab'.repeat(32));
});

test('differences are those of the shown numbers', () => {
  fc.assert(
    fc.property(reports, ({ overall, findings }) => {
      for (const { code, params } of findings) {
        if (code === 'grade.gap' || code === 'grade.gap-with-open')
          assert.equal(params.gap, Number(((overall.score ?? 0) - (overall.supported ?? 0)).toFixed(1)));
        if (code === 'distance.next')
          assert.equal(params.gap, Number(((params.from ?? 0) - (overall.low ?? 0)).toFixed(1)));
      }
    }),
    { numRuns: 200 },
  );
});

test('there is always one headline, one distance and one word on robustness', () => {
  fc.assert(
    fc.property(reports, ({ findings }) => {
      for (const part of ['headline', 'distance', 'robustness'])
        assert.equal(findings.filter(({ code }) => code.startsWith(`${part}.`)).length, 1, part);
    }),
    { numRuns: 200 },
  );
});

test('the JSON Schema names what a reader may rely on', () => {
  const schema = z.looseObject({ $schema: z.string(), required: z.array(z.string()) }).parse(reportJsonSchema());
  assert.deepEqual(schema.required.toSorted(), [
    ...['assessment', 'checklist', 'findings', 'generatedAt', 'items', 'result', 'schema'],
  ]);
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
});
