import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '#assessment/answer.ts';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import { actionOrders, orderActions } from '#report/order-actions.ts';
import { buildReport } from '#report/report.ts';
import { buildAction } from '../support/build-action.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

type ItemInput = ChecklistInput['areas'][number]['items'][number];

function planOf(
  items: ItemInput[],
  answers: Record<string, Answer>,
  actions = [buildAction('other', { item: 'none' })],
) {
  const checklist = buildChecklist({ areas: [buildArea('a', { items })] });
  return buildReport({ ...buildAssessment(answers), actions }, checklist, '2026-11-18T06:40:00.000Z').plan;
}

const suggested = (...given: Parameters<typeof planOf>) =>
  planOf(...given).suggestions.map(({ kind, step }) => ({ kind, ...step }));

const described = (id: string) => ({ id, code: id, title: { zh: id } });

test('a scored item below its top gets its next level with the least evidence that supports it', () => {
  assert.deepEqual(suggested([buildItem('a1')], { a1: scored(2, 'document') }), [
    { kind: 'level', item: 'a1', target: 3, evidence: ['operation'] },
  ]);
});

test('of the kinds that support it one that the item names is taken', () => {
  const item = buildItem('a1', { evidence: [{ kind: 'exercise', example: { zh: '演练' } }] });
  assert.deepEqual(suggested([item], { a1: scored(3, 'operation') }), [
    { kind: 'level', item: 'a1', target: 4, evidence: ['exercise'] },
  ]);
});

test('a real event is never suggested', () => {
  const item = buildItem('a1', { evidence: [{ kind: 'event', example: { zh: '事件' } }] });
  assert.deepEqual(suggested([item], { a1: scored(4, 'exercise') })[0]?.evidence, ['audit']);
});

test('an item that claims more than it can show gets evidence for what it claims', () => {
  assert.deepEqual(suggested([buildItem('a1')], { a1: scored(5, 'document') }), [
    { kind: 'evidence', item: 'a1', evidence: ['audit'] },
  ]);
});

test('where the evidence is there already none is suggested', () => {
  assert.deepEqual(suggested([buildItem('a1')], { a1: scored(4, 'audit') })[0]?.evidence, []);
});

test('each kind of item gets a target of its own', () => {
  const items: ItemInput[] = [
    {
      ...{ ...described('m'), kind: 'metric', unit: '%', direction: 'higher-is-better' },
      bands: [50, 70, 90].map((at, index) => ({ at, level: index + 3 })),
    },
    { ...described('d'), kind: 'deduction', points: 5, per: 1 },
    { ...described('y'), kind: 'yes-no' },
    { ...described('x'), kind: 'matrix', rows: ['r'], columns: ['c', 'd'], cellMax: 5 },
  ];
  const answers = {
    m: scored(60, 'audit'),
    d: scored(3, 'audit'),
    y: scored(false, 'audit'),
    x: scored({ r: { c: 3 } }, 'audit'),
  };
  const targets = Object.fromEntries(suggested(items, answers).map(({ item, target }) => [item, target]));
  assert.deepEqual(targets, { m: 70, d: 2, y: true, x: 4 });
});

test('nothing is suggested for an item that is open, excluded, at its top, or has an action', () => {
  const items = [1, 2, 3, 4].map(index => buildItem(`a${index}`, { conditional: true }));
  const answers: Record<string, Answer> = {
    a1: { answer: 'unknown' },
    a2: { answer: 'not-applicable', reason: 'x' },
    a3: scored(5, 'audit'),
    a4: scored(1, 'audit'),
  };
  const actions = (status: 'planned' | 'dropped') => [buildAction('one', { item: 'a4', target: 2, status })];
  assert.deepEqual(suggested(items, answers, actions('planned')), []);
  assert.equal(suggested(items, answers, actions('dropped')).length, 1);
});

test('failing bottom lines come first, then what brings most', () => {
  const items = [
    buildItem('a1', { weight: 1 }),
    buildItem('a2', { weight: 5 }),
    buildItem('a3', { weight: 1, bottomLine: true }),
  ];
  const answers = { a1: scored(3, 'audit'), a2: scored(3, 'audit'), a3: scored(1, 'audit') };
  assert.deepEqual(
    suggested(items, answers).map(({ item }) => item),
    ['a3', 'a2', 'a1'],
  );
});

test('the plan can be ordered in five ways, and what ties stays as it was planned', () => {
  const items = ['a1', 'a2', 'a3', 'a4'].map(id => buildItem(id, id === 'a3' ? { bottomLine: true } : {}));
  const answers = Object.fromEntries(['a1', 'a2', 'a3', 'a4'].map(id => [id, scored(1, 'audit')]));
  const { actions } = planOf(items, answers, [
    buildAction('small', { item: 'a1', target: 2, deadline: '2027-05-01', lead: 'water' }),
    buildAction('dear', { item: 'a2', target: 5, cost: { band: '50-200' } }),
    buildAction('line', { item: 'a3', target: 2, deadline: '2027-01-01', cost: { band: 'none' }, lead: 'housing' }),
    buildAction('cheap', { item: 'a4', target: 3, cost: { band: 'under-10' }, lead: 'housing' }),
  ]);
  const ordered = (order: (typeof actionOrders)[number]) =>
    orderActions(actions, order, { aim: 'low', departments: ['housing', 'water'] })
      .map(({ action }) => action.id)
      .join(' ');
  assert.deepEqual(
    actionOrders.map(order => `${order}: ${ordered(order)}`),
    [
      'bottom: line dear cheap small',
      'gain: dear cheap small line',
      'ratio: line cheap dear small',
      'deadline: line small dear cheap',
      'department: line cheap small dear',
    ],
  );
});
