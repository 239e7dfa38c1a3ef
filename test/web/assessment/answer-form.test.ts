import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answer, checkAnswer } from '#assessment/answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { parseAnswerForm } from '#web/assessment/answer-form.ts';
import { typedOfAnswer } from '#web/assessment/typed-answer.ts';
import { buildArea, buildChecklist } from '../../support/build-checklist.ts';

const title = { zh: '检查项' };
const checklist = buildChecklist({
  areas: [
    buildArea('a', {
      items: [
        { id: 'level', code: 'A1', kind: 'maturity', title, conditional: true },
        {
          id: 'figure',
          code: 'A2',
          kind: 'metric',
          title,
          unit: '%',
          direction: 'higher-is-better',
          bands: [{ at: 1, level: 1 }],
        },
        { id: 'count', code: 'A3', kind: 'deduction', title, points: 10, per: 1 },
        { id: 'duty', code: 'A4', kind: 'yes-no', title },
        { id: 'grid', code: 'A5', kind: 'matrix', title, rows: ['r'], columns: ['c', 'd'], cellMax: 3 },
      ],
    }),
  ],
});

const values: Record<string, fc.Arbitrary<NonNullable<Answer['value']>>> = {
  level: fc.integer({ min: 0, max: 5 }),
  figure: fc.integer({ min: -100_000, max: 100_000 }).map(number => number / 100),
  count: fc.nat(1_000),
  duty: fc.boolean(),
  grid: fc.tuple(fc.nat(3), fc.nat(3)).map(([c, d]) => ({ r: { c, d } })),
};

const word = fc.stringMatching(/^[a-z=<>"'&一-龥]{1,12}$/);
const evidence = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9]{8}$/),
    kind: fc.constant('audit' as const),
    title: word,
  },
  { noNullPrototype: true },
);
const details = fc.record(
  { note: word, evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: [], noNullPrototype: true },
);

function itemOf(id: string): Item {
  const item = findItem(checklist, id);
  assert.ok(item);
  return item;
}

test('every answer that the form shows is read back as the same answer', () => {
  for (const [id, value] of Object.entries(values)) {
    const item = itemOf(id);
    fc.assert(
      fc.property(value, details, (chosen, rest) => {
        const answer: Answer = { answer: 'scored', value: chosen, ...rest };
        const typed = typedOfAnswer(answer, item);
        const form = parseAnswerForm(typed, item, typed);
        assert.ok(form.kind === 'answer');
        assert.deepEqual(checkAnswer(form.answer, item, checklist, 'listed'), { ok: true, value: answer });
      }),
      { numRuns: 50 },
    );
  }
});

test('typed non-answers carry their reason and no value', () => {
  const item = itemOf('level');
  for (const answer of [
    { answer: 'unknown' },
    { answer: 'unknown', reason: '问过三个部门' },
    { answer: 'withheld', reason: 'work-secret' },
    { answer: 'not-our-mandate', reason: '省级事权' },
  ] satisfies Answer[]) {
    const typed = typedOfAnswer(answer, item);
    assert.deepEqual(parseAnswerForm(typed, item, typed), { kind: 'answer', answer });
  }
});

test('nothing typed is no answer, and blanks are nothing', () => {
  const item = itemOf('figure');
  const blank = typedOfAnswer(undefined, item);
  assert.deepEqual(parseAnswerForm(blank, item, blank), { kind: 'blank' });
  assert.deepEqual(parseAnswerForm({ ...blank, note: ' \n' }, item, blank), { kind: 'blank' });
});
