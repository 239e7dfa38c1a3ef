import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import type { Setup } from '#assessment/assessment.ts';
import { answersOf } from '#assessment/record-answer.ts';
import type { Checklist, ChecklistInput } from '#checklist/checklist-schema.ts';
import { compareAssessments } from '#report/comparison.ts';
import { comparisonSchema } from '#report/comparison-document.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

type Side = { answers?: Record<string, Answer>; checklist?: Partial<ChecklistInput>; setup?: Partial<Setup> };

function side({ answers = {}, checklist = {}, setup = {} }: Side) {
  return { assessment: buildAssessment(answers, setup), wholeChecklist: buildChecklist(checklist) };
}

const ids = (refs: { id: string }[]) => refs.map(({ id }) => id);
const codes = ({ findings }: ReturnType<typeof compareAssessments>) => findings.map(({ code }) => code);

describe('two assessments side by side', () => {
  test('the change is the sum of the contributions, by the weights of the new checklist, each side on its own scale', () => {
    const before = side({ answers: { a1: scored(2), a2: scored(5), b1: scored(1) } });
    const after = side({
      answers: { a1: scored(4), a2: scored(4), b1: scored(3), b2: scored(5) },
      checklist: {
        areas: [
          buildArea('a', { weight: 3, items: [buildItem('a1', { weight: 3 }), buildItem('a2')] }),
          buildArea('b', { items: [buildItem('b1', { scale: { min: 1, max: 5 } }), buildItem('b2')] }),
        ],
      },
    });
    const { likeForLike, items, areas, headline } = compareAssessments(before, after);
    // E = a1, a2, b1. W: a 3/4, b 1/4; w: a1 3/4, a2 1/4, b1 all of b.
    assert.deepEqual(
      items.map(({ id, weight }) => [id, weight]),
      [
        ['a1', 9 / 16],
        ['a2', 3 / 16],
        ['b1', 1 / 4],
      ],
    );
    assert.deepEqual(
      items.map(({ contribution }) => Number(contribution.claimed.toFixed(6))),
      // b1: 1 of 0–5 is 0.2, 3 of 1–5 is 0.5.
      [22.5, -3.75, 7.5],
    );
    assert.equal(likeForLike.exact.claimed.change?.toFixed(6), '26.250000');
    assert.deepEqual(likeForLike.shown.claimed, { old: 46.3, new: 72.5, change: 26.2 });
    assert.deepEqual(
      areas.map(({ id, claimed }) => [id, claimed.old, claimed.new, claimed.change]),
      [
        ['a', 55, 80, 25],
        ['b', 20, 50, 30],
      ],
    );
    assert.deepEqual(headline.claimed.new, 78.8);
  });

  test('supported is counted by itself, each side by the evidence in force on its own date', () => {
    const evidence = [{ kind: 'audit' as const, title: '审计', date: '2025-01-01', validUntil: '2026-01-01' }];
    const answers = { a1: { answer: 'scored' as const, value: 4, evidence } };
    const { likeForLike, items, findings } = compareAssessments(
      side({ answers, setup: { referenceDate: '2025-11-30' } }),
      side({ answers, setup: { referenceDate: '2026-11-30' } }),
    );
    assert.deepEqual(likeForLike.shown.claimed, { old: 80, new: 80, change: 0 });
    assert.deepEqual(likeForLike.shown.supported, { old: 80, new: 0, change: -80 });
    assert.equal(items[0]?.contribution.supported, -80);
    assert.ok(findings.some(({ code, params }) => code === 'evidence-less' && params.items?.join() === 'a1'));
  });

  test('what else changed is told by name and moves nothing', () => {
    const before = side({
      answers: { a1: scored(3), a2: scored(3), b1: { answer: 'unknown' }, b2: scored(2), b3: scored(5) },
      checklist: {
        areas: [
          buildArea('a', { items: [buildItem('a1'), buildItem('a2'), buildItem('gone')] }),
          buildArea('b', {
            items: [buildItem('b1'), buildItem('b2'), buildItem('b3', { conditional: true }), buildItem('b4')],
          }),
        ],
      },
    });
    const after = side({
      answers: {
        a1: scored(3),
        a2: scored(5),
        b1: scored(4),
        b2: { answer: 'withheld', reason: 'work-secret' },
        b3: { answer: 'not-applicable', reason: '没有' },
      },
      checklist: {
        areas: [
          buildArea('a', { weight: 2, items: [buildItem('a1'), buildItem('a2', { meaning: 2 }), buildItem('new')] }),
          buildArea('b', {
            items: [
              ...[buildItem('b1'), buildItem('b2'), buildItem('b3', { conditional: true })],
              buildItem('b4', { weight: 2 }),
            ],
          }),
        ],
      },
    });
    const { changed, items, likeForLike } = compareAssessments(before, after);
    assert.deepEqual(ids(items), ['a1']);
    assert.deepEqual(likeForLike.shown.claimed.change, 0);
    assert.deepEqual(ids(changed.added), ['new']);
    assert.deepEqual(ids(changed.removed), ['gone']);
    assert.deepEqual(ids(changed.meaning), ['a2']);
    assert.deepEqual(ids(changed.newlyAnswered), ['b1']);
    assert.deepEqual(ids(changed.noLongerAnswered), ['b2']);
    assert.deepEqual(
      changed.scope.map(({ id, old, new: now }) => [id, old, now]),
      [['b3', 'scored', 'not-applicable']],
    );
    assert.deepEqual(ids(changed.reweightedAreas), ['a']);
    assert.deepEqual(ids(changed.reweightedItems), ['b4']);
  });

  test('an item that only one assessment asks for is a change of scope', () => {
    const before = side({ answers: { a1: scored(1), b1: scored(1) } });
    const after = side({ answers: { a1: scored(2) }, setup: { scope: { areas: ['a'] } } });
    const { changed, items } = compareAssessments(before, after);
    assert.deepEqual(ids(items), ['a1']);
    assert.deepEqual(
      changed.scope.map(({ id, old, new: now }) => [id, old, now]),
      [
        ['b1', 'scored', 'out-of-scope'],
        ['b2', 'unanswered', 'out-of-scope'],
      ],
    );
    assert.deepEqual(changed.removed, []);
  });

  test('nothing equivalent, nothing scored and nothing that weighs are told apart and have no change', () => {
    const other = { id: 'other', areas: [buildArea('x')] };
    const nothing = compareAssessments(side({ answers: { a1: scored(1) } }), side({ checklist: other }));
    assert.deepEqual(codes(nothing), ['not-equivalent', 'headline-undefined']);
    assert.deepEqual(nothing.likeForLike.shown.claimed, { old: null, new: null, change: null });
    assert.deepEqual(codes(compareAssessments(side({ answers: { a1: scored(1) } }), side({})))[0], 'not-scored');
    const weightless = { areas: [buildArea('a', { weight: 0 })] };
    const answers = { a1: scored(1) };
    const weighed = compareAssessments(side({ answers }), side({ answers, checklist: weightless }));
    assert.deepEqual(codes(weighed)[0], 'weightless');
    assert.equal(weighed.likeForLike.exact.claimed.change, null);
  });

  test('five common items of five thousand are said to be few', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => buildItem(`i${index}`));
    const five = Object.fromEntries([0, 1, 2, 3, 4].map(index => [`i${index}`, scored(2)]));
    const all = Object.fromEntries(items.map(({ id }) => [id, scored(3)]));
    const checklist = { areas: [buildArea('a', { items })] };
    const { findings, likeForLike } = compareAssessments(
      side({ answers: five, checklist }),
      side({ answers: all, checklist }),
    );
    assert.deepEqual(findings[0], { code: 'few', params: { count: 5, total: 5_000 } });
    assert.deepEqual(likeForLike.shown.claimed, { old: 40, new: 60, change: 20 });
  });

  test('the items that moved most come first, and what they come to together', () => {
    const before = side({ answers: { a1: scored(1), a2: scored(3), b1: scored(5), b2: scored(2) } });
    const after = side({ answers: { a1: scored(5), a2: scored(4), b1: scored(2), b2: scored(2) } });
    const { findings } = compareAssessments(before, after);
    const paramsOf = (code: string) => findings.find(one => one.code === code)?.params;
    assert.deepEqual(paramsOf('most-up'), { items: ['a1', 'a2'], change: 25 });
    assert.deepEqual(paramsOf('most-down'), { items: ['b1'], change: 15 });
    assert.deepEqual(paramsOf('claimed-rose'), { from: 55, to: 65, change: 10 });
  });
});

const answer = fc.oneof(
  fc
    .record({ value: fc.integer({ min: 0, max: 5 }), shown: fc.boolean() })
    .map(({ value, shown }) => scored(value, shown ? 'operation' : undefined)),
  fc.constant<Answer>({ answer: 'unknown' }),
);
const answers = fc.dictionary(fc.constantFrom('a1', 'a2', 'b1', 'b2'), answer);
const weights = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 });

function weighed([a = 0, b = 0, a1 = 0, a2 = 0, b1 = 0, b2 = 0]: number[]): Partial<ChecklistInput> {
  return {
    areas: [
      buildArea('a', { weight: a, items: [buildItem('a1', { weight: a1 }), buildItem('a2', { weight: a2 })] }),
      buildArea('b', { weight: b, items: [buildItem('b1', { weight: b1 }), buildItem('b2', { weight: b2 })] }),
    ],
  };
}

/** What scoring itself makes of the answers to the common items alone. */
function scoreOn(common: string[], { assessment, wholeChecklist }: ReturnType<typeof side>, newest: Checklist) {
  const areas = newest.areas.map(area => ({ ...area, items: area.items.filter(({ id }) => common.includes(id)) }));
  const { referenceDate, profile } = assessment.setup;
  const checklist = { ...wholeChecklist, areas };
  return scoreAssessment({ checklist, answers: answersOf(assessment), referenceDate, profile });
}

test('both like-for-like scores are those of scoring on the common items, and their difference is the sum', () => {
  fc.assert(
    fc.property(answers, answers, weights, weights, (first, second, oldWeights, newWeights) => {
      const before = side({ answers: first, checklist: weighed(oldWeights) });
      const after = side({ answers: second, checklist: weighed(newWeights) });
      const comparison = compareAssessments(before, after);
      assert.deepEqual(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison))), comparison);
      const { exact } = comparison.likeForLike;
      for (const [which, assessed] of [
        ['old', before],
        ['new', after],
      ] as const) {
        const { claimed, supported } = scoreOn(ids(comparison.items), assessed, after.wholeChecklist);
        close(exact.claimed[which], claimed.overall.score);
        close(exact.supported[which], supported.overall);
      }
      const { old, new: now, change } = exact.claimed;
      close(change, old === null || now === null ? null : now - old);
    }),
    { numRuns: 300 },
  );
});

function close(found: number | null, expected: number | null): void {
  if (found === null || expected === null) assert.equal(found, expected);
  else assert.ok(Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`);
}
