import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShares } from '#workshop/open-shares.ts';
import { orderAgenda } from '#workshop/order-agenda.ts';
import { daySchema, planDay } from '#workshop/plan-day.ts';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { briefed, buildWorkshop, faultsOf, give, refusalOf } from './build-workshop.ts';

const items = ['a', 'b', 'c', 'd'];

test('the core comes first, each part in its own order', () => {
  assert.deepEqual(orderAgenda(items, { by: 'core-first', core: new Set(['d', 'b']) }), ['b', 'd', 'a', 'c']);
});

test('the most disputed comes first, what was never voted on last', () => {
  const counts = new Map([
    ['a', [0, 0, 9, 0]],
    ['b', [4, 0, 0, 4]],
    ['d', [2, 2, 2, 2]],
  ]);
  assert.deepEqual(orderAgenda(items, { by: 'most-disputed', counts }), ['b', 'd', 'a', 'c']);
});

test('the most uncertain comes first: unanswered before unsupported before supported, by weight', () => {
  const list = [buildItem('a'), buildItem('b'), buildItem('c'), buildItem('d', { weight: 3 })];
  const checklist = buildChecklist({ areas: [buildArea('x', { items: list })] });
  const answers = new Map([
    ['a', scored(5)],
    ['b', scored(4, 'measurement')],
    ['d', scored(3, 'document')],
  ]);
  const shares = openShares({ checklist, answers, referenceDate: '2026-11-30', profile: {} });
  assert.deepEqual([...shares.keys()].sort(), items);
  assert.deepEqual(orderAgenda(items, { by: 'most-uncertain', shares }), ['a', 'c', 'd', 'b']);
  assert.ok(Math.abs((shares.get('d') ?? 0) - (3 / 6) * (1 / 5)) < 1e-9);
});

test('arranging keeps every item and what happened to it', () => {
  const workshop = briefed('a1', { items: ['a1', 'a2'] });
  const arranged = give(workshop, [{ command: 'arrange', agenda: [{ item: 'a2', minutes: 20 }, { item: 'a1' }] }]);
  assert.deepEqual(
    arranged.agenda.map(({ item, minutes }) => [item, minutes]),
    [
      ['a2', 20],
      ['a1', 12],
    ],
  );
  assert.equal(arranged.items.a1?.state, 'briefing');
  const faults = (agenda: object[]) => faultsOf(workshop, { command: 'arrange', agenda });
  assert.deepEqual(faults([{ item: 'a1' }]), ['agenda']);
  assert.deepEqual(faults([{ item: 'a1' }, { item: 'a1' }]), ['agenda.1.item']);
  assert.deepEqual(faults([{ item: 'a1' }, { item: 'zz' }]), ['agenda.1.item']);
});

test('the next item is the first that waits, and at the end there is none', () => {
  const workshop = give(buildWorkshop({ items: ['a1', 'a2'] }), ['start', 'next', 'park', 'next']);
  assert.equal(workshop.current, 'a2');
  assert.equal(refusalOf(give(workshop, ['skip']), { command: 'next' }).reason, 'illegal-step');
  const back = give(workshop, ['skip', { command: 'brief', item: 'a1' }]);
  assert.equal(back.items.a1?.state, 'briefing');
});

test('an item opened by mistake goes back to where it was', () => {
  const workshop = give(briefed('a1'), [{ command: 'brief', item: 'a2' }]);
  assert.deepEqual([workshop.items.a1?.state, workshop.current], ['queued', 'a2']);
  assert.deepEqual(faultsOf(workshop, { command: 'brief', item: 'nowhere' }), ['item']);
  assert.equal(refusalOf(workshop, { command: 'brief', item: 'a2' }).reason, 'illegal-step');
});

test('a vote that is left before it was revealed does not count, with the reason why it was left', () => {
  const parked = give(briefed(), ['open', { command: 'park', reason: '等住建局补材料' }]);
  assert.deepEqual([parked.items.a1?.state, parked.items.a1?.left], ['parked', '等住建局补材料']);
  assert.equal(parked.items.a1?.rounds[0]?.voided?.reason, '等住建局补材料');
  const again = give(parked, ['next', { command: 'brief', item: 'a1' }, 'open']);
  assert.equal(again.items.a1?.rounds.at(-1)?.round, 2);
  assert.equal(again.items.a1?.left, undefined);
});

const day = {
  ...{ start: '09:00', end: '12:00' },
  breaks: [{ at: '10:00', minutes: 15 }],
};
const agenda = (minutes: number[]) => minutes.map((each, index) => ({ item: `i${index}`, minutes: each }));

test('an item that would run into a break begins after it', () => {
  const { items: planned, rest, spare } = planDay(agenda([40, 30, 30]), day);
  assert.deepEqual(planned, [
    { item: 'i0', from: '09:00', to: '09:40' },
    { item: 'i1', from: '10:15', to: '10:45' },
    { item: 'i2', from: '10:45', to: '11:15' },
  ]);
  assert.deepEqual([rest, spare], [[], 45]);
});

test('what does not fit is for another day, and everything behind it too', () => {
  const { items: planned, rest } = planDay(agenda([60, 100, 30, 5]), day);
  assert.deepEqual(
    planned.map(({ item }) => item),
    ['i0', 'i1'],
  );
  assert.deepEqual(rest, ['i2', 'i3']);
});

test('breaks that touch are taken together, and one before the start does not matter', () => {
  const breaks = [
    { at: '11:00', minutes: 30 },
    { at: '10:30', minutes: 30 },
    { at: '08:00', minutes: 30 },
  ];
  const { items: planned } = planDay(agenda([80, 30]), { ...day, breaks });
  assert.deepEqual(planned.at(-1), { item: 'i1', from: '11:30', to: '12:00' });
});

test('a day that ends before it starts has room for nothing', () => {
  assert.deepEqual(planDay(agenda([10]), { start: '12:00', end: '09:00', breaks: [] }), {
    ...{ items: [], rest: ['i0'], spare: 0 },
  });
});

test('times are those of a clock', () => {
  assert.ok(daySchema.safeParse(day).success);
  for (const wrong of [
    { start: '9:00' },
    { end: '24:00' },
    { start: '09:60' },
    { breaks: [{ at: '10:00', minutes: 0 }] },
  ])
    assert.equal(daySchema.safeParse({ ...day, ...wrong }).success, false, JSON.stringify(wrong));
});
