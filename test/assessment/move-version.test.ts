import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerVersions } from '#assessment/answer-versions.ts';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { moveVersion, undoMove } from '#assessment/move-version.ts';
import { carriesNothing, planMove } from '#assessment/plan-move.ts';
import { answersOf, recordAnswer } from '#assessment/record-answer.ts';
import { stateMark } from '#assessment/state-mark.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { isNewerVersion } from '#checklist/is-newer-version.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem, type ItemInput } from '../support/build-checklist.ts';

const stamp = { by: 'local', at: '2026-11-20T00:00:00.000Z' };
const since = { by: 'local', at: '2026-11-21T00:00:00.000Z' };
const version = (items: ItemInput[], number: string) =>
  buildChecklist({ version: number, areas: [buildArea('a', { items })] });
const pinned = (checklist: Checklist) => ({
  pin: { id: checklist.id, version: checklist.version, sha256: 'cd'.repeat(32) },
  checklist,
});

function move(assessment: Assessment, before: Checklist, after: Checklist) {
  const decided = moveVersion(assessment, { before, after: pinned(after) }, { seen: stateMark(assessment), ...stamp });
  assert.ok('change' in decided);
  return { change: decided.change, assessment: applyChange(assessment, decided.change) };
}

function undo(assessment: Assessment, before: Checklist, present: Checklist) {
  const decided = undoMove(assessment, { before, present }, { seen: stateMark(assessment), ...since });
  assert.ok('change' in decided);
  return { change: decided.change, assessment: applyChange(assessment, decided.change) };
}

const ids = ['a1', 'a2', 'a3', 'a4'];
const levels = fc.record({ a1: fc.nat(5), a2: fc.nat(5), a3: fc.nat(5), a4: fc.nat(5) }, { requiredKeys: [] });
const items = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...ids, 'n1', 'n2'),
    meaning: fc.integer({ min: 1, max: 2 }),
    weight: fc.integer({ min: 0, max: 3 }),
    scale: fc.constantFrom({ min: 0, max: 5 }, { min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

test('moving and undoing leaves every answer and the set-up as they were, whatever the versions are', () => {
  fc.assert(
    fc.property(levels, items, (values, newItems) => {
      const before = version(
        ids.map(id => buildItem(id)),
        '1.2.3',
      );
      const after = version(
        newItems.map(({ id, ...fields }) => buildItem(id, fields)),
        '1.3.0',
      );
      const answers = Object.entries(values).flatMap(([id, value]) =>
        value === undefined ? [] : [[id, scored(value)]],
      );
      const start = buildAssessment(Object.fromEntries(answers), { profile: { coast: true }, scope: { areas: ['a'] } });
      const moved = move(start, before, after);
      const back = undo(moved.assessment, before, after);
      assert.deepEqual(answersOf(back.assessment), answersOf(start));
      assert.deepEqual(back.assessment.setup, start.setup);
      assert.deepEqual(back.assessment.checklist, start.checklist);
      for (const [id, record] of Object.entries(start.answers)) {
        const { rev, ...restored } = back.assessment.answers[id] ?? { rev: 0 };
        const { rev: first, ...given } = record;
        assert.deepEqual(restored, given);
        assert.ok(rev >= first);
      }
    }),
  );
});

test('revisions count on, and every one of them can be shown', () => {
  const before = version([buildItem('a1')], '1.2.3');
  const after = version([buildItem('a1', { meaning: 2 })], '2.0.0');
  const first = recordAnswer(buildAssessment(), before, { itemId: 'a1', expectedRev: 0, answer: scored(4), ...stamp });
  assert.ok('change' in first);
  const moved = move(applyChange(buildAssessment(), first.change), before, after);
  const second = recordAnswer(moved.assessment, after, { itemId: 'a1', expectedRev: 2, answer: scored(1), ...since });
  assert.ok('change' in second);
  const back = undo(applyChange(moved.assessment, second.change), before, after);
  const changes: AssessmentChange[] = [first.change, moved.change, second.change, back.change];
  const shown = answerVersions(changes, 'a1').map(({ rev, answer, through }) => [rev, answer?.value ?? null, through]);
  assert.deepEqual(shown, [
    [1, 4, 'answer'],
    [2, null, 'version'],
    [3, 1, 'answer'],
    [4, 4, 'version'],
  ]);
});

test('what was answered since stays where both versions ask the same, and a set-up changed since is kept', () => {
  const before = version([buildItem('a1'), buildItem('a2')], '1.2.3');
  const after = version([buildItem('a1', { weight: 2 }), buildItem('n1')], '2.0.0');
  const moved = move(buildAssessment({ a2: scored(3) }, { scope: { items: 'all' } }), before, after).assessment;
  const answered = ['a1', 'n1'].reduce((assessment, itemId) => {
    const decided = recordAnswer(assessment, after, { itemId, expectedRev: 0, answer: scored(5), ...since });
    assert.ok('change' in decided);
    return applyChange(assessment, decided.change);
  }, moved);
  const renamed = applyChange(answered, {
    type: 'set-up-changed',
    ...since,
    setup: { ...answered.setup, city: '新名' },
  });
  const back = undo(renamed, before, after).assessment;
  assert.deepEqual([...answersOf(back).keys()].sort(), ['a1', 'a2']);
  assert.equal(back.setup.city, '新名');
});

test('an answer decided on by another version of the checklist is never recorded', () => {
  const before = version([buildItem('a1')], '1.2.3');
  const after = version([buildItem('a1', { meaning: 2 })], '2.0.0');
  const { assessment } = move(buildAssessment(), before, after);
  const late = recordAnswer(assessment, before, { itemId: 'a1', expectedRev: 0, answer: scored(4), ...since });
  assert.ok('refused' in late && late.refused.reason === 'stale');
});

test('an answer that the new version cannot take stays behind, whatever the reason', () => {
  const metric = {
    kind: 'metric' as const,
    unit: '%',
    direction: 'higher-is-better' as const,
    bands: [{ at: 0, level: 0 }],
  };
  const described = (id: string) => ({ id, code: id, title: { zh: id } });
  const before = version(
    [
      buildItem('a1', { conditional: true }),
      buildItem('a2'),
      buildItem('a3'),
      { ...described('m1'), ...metric },
      { ...described('m2'), ...metric },
    ],
    '1.2.3',
  );
  const after = version(
    [
      buildItem('a1'),
      { ...described('a2'), kind: 'yes-no' },
      buildItem('a3', { scale: { min: 0, max: 3 } }),
      { ...described('m1'), ...metric, unit: '处' },
      { ...described('m2'), ...metric, max: 50 },
    ],
    '2.0.0',
  );
  const answers = {
    a1: { answer: 'not-applicable' as const, reason: '没有' },
    a2: scored(2),
    a3: scored(2),
    m1: scored(9),
    m2: scored(99),
  };
  const plan = planMove(buildAssessment(answers), before, after);
  assert.deepEqual(
    plan.left.map(({ item, why }) => [item.id, why]),
    [
      ['a1', 'not-possible'],
      ['m2', 'not-possible'],
      ['a2', 'kind'],
      ['a3', 'scale'],
      ['m1', 'unit'],
    ],
  );
  assert.ok(carriesNothing(plan));
});

test('a move is refused where the assessment is final or not as it was shown', () => {
  const before = version([buildItem('a1')], '1.2.3');
  const start = buildAssessment({ a1: scored(1) });
  const after = pinned(version([buildItem('a1')], '2.0.0'));
  const final: Assessment = { ...start, state: 'final' };
  const moving = (assessment: Assessment, seen: string) =>
    moveVersion(assessment, { before, after }, { seen, ...stamp });
  assert.deepEqual(moving(final, stateMark(final)), { refused: 'final' });
  assert.deepEqual(moving(start, stateMark(buildAssessment())), { refused: 'stale' });
  assert.deepEqual(undoMove(start, { before, present: before }, { seen: stateMark(start), ...stamp }), {
    refused: 'stale',
  });
});

test('versions are compared as numbers', () => {
  assert.ok(isNewerVersion('1.10.0', '1.9.0'));
  assert.ok(!isNewerVersion('1.9.0', '1.9.0'));
  assert.ok(!isNewerVersion('1.9.9', '1.10.0'));
});
