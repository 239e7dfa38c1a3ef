import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Action, actionLimits } from '#assessment/action.ts';
import type { ActionChange } from '#assessment/action-change.ts';
import { applyChange } from '#assessment/apply-change.ts';
import { type Assessment, assessmentChangeSchema, assessmentSchema } from '#assessment/assessment.ts';
import { actionsToCarry, carryAction } from '#assessment/carry-actions.ts';
import { type ActionRefusal, addAction, changeAction, noteAction, removeAction } from '#assessment/change-action.ts';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import { buildAction } from '../support/build-action.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

type ItemInput = ChecklistInput['areas'][number]['items'][number];

const stamp = { by: 'local', at: '2026-11-19T01:00:00.000Z' };
const described = (id: string) => ({ id, code: id, title: { zh: id } });
const others: ItemInput[] = [
  {
    ...{ ...described('m'), kind: 'metric', unit: '%', min: 0, max: 100, direction: 'higher-is-better' },
    bands: [{ at: 50, level: 3 }],
  },
  { ...described('d'), kind: 'deduction', points: 5, per: 1 },
  { ...described('y'), kind: 'yes-no' },
  { ...described('x'), kind: 'matrix', rows: ['r'], columns: ['c', 'd'], cellMax: 3 },
  buildItem('n', { conditional: true }),
  buildItem('f', { conditional: { fact: 'coast' } }),
];
const checklist = buildChecklist({
  departments: [
    { id: 'housing', name: { zh: '住建' } },
    { id: 'water', name: { zh: '水务' } },
  ],
  facts: [{ id: 'coast', question: { zh: '沿海？' } }],
  areas: [buildArea('a'), { ...described('o'), weight: 1, items: others }],
});
const start = buildAssessment(
  {
    a1: scored(3, 'document'),
    m: scored(40),
    d: scored(3),
    y: scored(false),
    x: scored({ r: { c: 2 } }),
    n: { answer: 'not-applicable', reason: '没有' },
  },
  { profile: { coast: false } },
);
const final: Assessment = { ...start, state: 'final' };
const content = { item: 'a1', target: 4, evidence: ['operation'], measure: '做' };

const add = (assessment: Assessment, given: object, id = 'new') =>
  addAction(assessment, checklist, { id, content: { ...content, ...given }, ...stamp });

function faultPaths(decided: Decision<ActionChange, ActionRefusal>): string[] {
  assert.ok('refused' in decided && decided.refused.reason === 'faulty', JSON.stringify(decided));
  return decided.refused.faults.map(({ path }) => path.join('.'));
}

function reasonOf(decided: Decision<ActionChange, ActionRefusal>): string {
  return 'refused' in decided ? decided.refused.reason : 'changed';
}

function after(assessment: Assessment, ...decisions: Decision<ActionChange, ActionRefusal>[]): Action[] {
  return (
    decisions.reduce((current, decided) => {
      assert.ok('change' in decided, JSON.stringify(decided));
      return applyChange(current, assessmentChangeSchema.parse(decided.change));
    }, assessment).actions ?? []
  );
}

describe('planning an action', () => {
  test('it is part of the assessment with revision 1, and moves no answer', () => {
    const decided = add(start, {});
    assert.ok('change' in decided);
    const assessment = assessmentSchema.parse(applyChange(start, decided.change));
    assert.deepEqual(assessment.answers, start.answers);
    assert.deepEqual(
      assessment.actions?.map(({ id, rev, content }) => [id, rev, content.status]),
      [['new', 1, 'planned']],
    );
  });

  test('an assessment that was kept before there were actions still loads', () => {
    assert.equal(assessmentSchema.parse(start).actions, undefined);
  });

  const refused: [sentence: string, given: object, paths: string[]][] = [
    ['the present level is no target', { target: 3 }, ['target']],
    ['a level below the present one is no target', { target: 1 }, ['target']],
    ['a level that the scale does not have is no target', { target: 6 }, ['target']],
    ['half a level is no target', { target: 3.5 }, ['target']],
    ['"true" is no level', { target: true }, ['target']],
    ['a figure below the present one is no target', { item: 'm', target: 30 }, ['target']],
    ['a figure out of bounds is no target', { item: 'm', target: 101 }, ['target']],
    ['more shortcomings are no target', { item: 'd', target: 4 }, ['target']],
    ['fewer than no shortcomings are no target', { item: 'd', target: -1 }, ['target']],
    ['a number is no target for a yes-no item', { item: 'y', target: 1 }, ['target']],
    ['fewer points than a table has are no target', { item: 'x', target: 2 }, ['target']],
    ['more points than a table can have are no target', { item: 'x', target: 7 }, ['target']],
    ['neither target nor evidence is nothing to do', { target: undefined, evidence: [] }, ['target']],
    ['evidence alone supports nothing that is not answered', { item: 'a2', target: undefined }, ['target']],
    ['an item answered "not applicable" takes none', { item: 'n' }, ['item']],
    ['an item that the facts exclude takes none', { item: 'f' }, ['item']],
    ['an unknown item takes none', { item: 'constructor' }, ['item']],
    ['unknown departments', { lead: 'nobody', support: ['water', 'ghost'] }, ['lead', 'support.1']],
    ['an estimate outside its band', { cost: { band: '10-50', estimate: 51 } }, ['cost.estimate']],
    ['accepted without an acceptance', { status: 'accepted' }, ['acceptance']],
    ['an acceptance of what is planned', { acceptance: { by: 'x', on: '2026-01-01', against: 'x' } }, ['acceptance']],
    ['no measure', { measure: ' \n ' }, ['measure']],
    ['a measure that is too long', { measure: '长'.repeat(5_001) }, ['measure']],
    ['a day that does not exist', { deadline: '2026-02-30' }, ['deadline']],
    ['a field that is not known', { gain: 5 }, ['gain']],
  ];
  for (const [sentence, given, paths] of refused)
    test(`is refused: ${sentence}`, () => assert.deepEqual(faultPaths(add(start, given)), paths));

  const taken: [sentence: string, given: object][] = [
    ['a higher level', { target: 5 }],
    ['a higher figure', { item: 'm', target: 50 }],
    ['fewer shortcomings', { item: 'd', target: 0 }],
    ['yes instead of no', { item: 'y', target: true }],
    ['more points in a table', { item: 'x', target: 3 }],
    ['a target for what is not answered', { item: 'a2', target: 1 }],
    ['evidence alone', { target: undefined }],
    ['a deadline gone by', { deadline: '2020-01-01' }],
    ['5,000 characters', { measure: '长'.repeat(5_000) }],
    ['the end of a cost band', { cost: { band: '10-50', estimate: 50 } }],
  ];
  for (const [sentence, given] of taken)
    test(`is possible: ${sentence}`, () => assert.equal(reasonOf(add(start, given)), 'changed'));

  test('a final assessment takes actions', () => assert.equal(reasonOf(add(final, {})), 'changed'));

  test('who is named twice takes part once, and who leads does not support', () => {
    const [action] = after(start, add(start, { lead: 'housing', support: ['water', 'housing', 'water'] }));
    assert.deepEqual(action?.content.support, ['water']);
  });

  test('the same twice is one, something else on the item is another', () => {
    const planned = { ...start, actions: after(start, add(start, {})) };
    assert.equal(reasonOf(add(planned, {}, 'second')), 'duplicate');
    assert.equal(reasonOf(add(planned, { target: 5 }, 'second')), 'changed');
  });

  test('an item takes ten', () => {
    const ten = Array.from({ length: actionLimits.perItem }, (_, index) =>
      buildAction(`n${index}`, { item: 'a1', target: 4 }),
    );
    assert.deepEqual(faultPaths(add({ ...start, actions: ten }, {})), ['item']);
    assert.equal(reasonOf(add({ ...start, actions: ten }, { item: 'a2' })), 'changed');
  });
});

describe('changing an action', () => {
  const action = buildAction('one', { item: 'a1', target: 4, lead: 'housing' }, { rev: 3 });
  const planned = { ...start, actions: [action] };
  const change = (given: object, expectedRev = 3, assessment: Assessment = planned) =>
    changeAction(assessment, checklist, { id: 'one', expectedRev, content: { ...action.content, ...given }, ...stamp });

  test('counts its revision on and leaves its notes', () => {
    const noted = { ...planned, actions: [{ ...action, notes: [{ on: '2026-01-01', text: 'x', ...stamp }] }] };
    const [changed] = after(noted, change({ status: 'running' }, 3, noted));
    assert.deepEqual([changed?.rev, changed?.notes.length, changed?.content.status], [4, 1, 'running']);
  });

  test('two people who change it see each other', () => {
    const decided = change({ status: 'running' }, 2);
    assert.ok('refused' in decided && decided.refused.reason === 'stale');
    assert.deepEqual(decided.refused.current, action);
  });

  test('what was removed meanwhile is not there', () => {
    assert.equal(reasonOf(change({}, 3, start)), 'not-found');
  });

  test('what says the same is no change', () => assert.equal(reasonOf(change({})), 'unchanged'));

  test('a target that was reached since can stay, a new one has to be above', () => {
    const reached = { ...planned, answers: { ...planned.answers, ...buildAssessment({ a1: scored(4) }).answers } };
    assert.equal(reasonOf(change({ status: 'done' }, 3, reached)), 'changed');
    assert.deepEqual(faultPaths(change({ target: 3 }, 3, reached)), ['target']);
  });

  test('removing takes the revision that was seen', () => {
    assert.equal(reasonOf(removeAction(planned, { id: 'one', expectedRev: 2, ...stamp })), 'stale');
    assert.deepEqual(after(planned, removeAction(planned, { id: 'one', expectedRev: 3, ...stamp })), []);
    assert.equal(reasonOf(removeAction(start, { id: 'one', expectedRev: 3, ...stamp })), 'not-found');
  });

  test('a note is added without a revision, once', () => {
    const note = (assessment: Assessment, text = '进场') =>
      noteAction(assessment, { id: 'one', note: { on: '2026-11-01', text }, ...stamp });
    const actions = after(planned, note(planned));
    assert.deepEqual([actions[0]?.rev, actions[0]?.notes[0]?.text], [3, '进场']);
    assert.equal(reasonOf(note({ ...planned, actions })), 'unchanged');
    assert.deepEqual(faultPaths(note(planned, '  ')), ['text']);
    assert.equal(reasonOf(note(start)), 'not-found');
  });
});

describe('carrying over', () => {
  const last = {
    id: 'last',
    actions: [
      buildAction('running', { item: 'a1', target: 4, status: 'running', lead: 'gone', support: ['water', 'gone'] }),
      buildAction('accepted', { item: 'a1', target: 4, status: 'accepted' }),
      buildAction('dropped', { item: 'a1', target: 4, status: 'dropped' }),
      buildAction('elsewhere', { item: 'zz', target: 4 }),
      buildAction('impossible', { item: 'a2', target: 9 }),
    ],
  };

  test('takes what is unfinished and still asked, and names what stays behind', () => {
    const { actions, left } = actionsToCarry(last, start, checklist);
    assert.deepEqual(
      actions.map(({ id }) => id),
      ['running'],
    );
    assert.deepEqual(
      left.map(({ id }) => id),
      ['elsewhere', 'impossible'],
    );
  });

  test('a second time takes nothing', () => {
    const [action] = last.actions;
    assert.ok(action);
    const where = { next: start, checklist };
    const change = carryAction({ assessment: 'last', action }, where, { id: 'new', ...stamp });
    assert.ok(change);
    const next = applyChange(start, change);
    assert.deepEqual(actionsToCarry(last, next, checklist).actions, []);
    assert.equal(carryAction({ assessment: 'last', action }, { ...where, next }, { id: 'n2', ...stamp }), undefined);
    assert.deepEqual(next.actions?.[0]?.origin, { assessment: 'last', action: 'running' });
  });

  test('departments that the checklist does not have stay behind', () => {
    const [action] = last.actions;
    assert.ok(action);
    const change = carryAction({ assessment: 'last', action }, { next: start, checklist }, { id: 'new', ...stamp });
    assert.deepEqual([change?.content.lead, change?.content.support], [undefined, ['water']]);
  });
});
