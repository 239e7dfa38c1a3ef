import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '#assessment/action.ts';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { bringAction } from '#assessment/bring-action.ts';
import { noteAction } from '#assessment/change-action.ts';
import { type ActionDiff, actionsBetween, diffActions } from '#assessment/incoming-actions.ts';
import { buildAction } from '../support/build-action.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';

const stamp = { by: 'local', at: '2026-12-02T08:00:00.000Z', why: '来自文件' };
const checklist = buildChecklist({ areas: [buildArea('a')] });
const note = (text: string) => ({ on: '2026-12-01', text, by: 'wang', at: '2026-12-01T08:00:00.000Z' });
const plan = (id: string, content: object = {}, more: Partial<Action> = {}) =>
  buildAction(id, { item: 'a1', target: 4, ...content }, more);
const withActions = (...actions: Action[]): Assessment => ({ ...buildAssessment({ a1: scored(2) }), actions });

type Sides = { base?: Action[]; here: Action[]; theirs: Action[] };

function diffOf({ base = [], here, theirs }: Sides): ActionDiff {
  const incoming = actionsBetween(withActions(...base), withActions(...theirs));
  return diffActions(incoming, { assessment: withActions(...here), checklist });
}

/** Everything that is offered, taken. */
function taken({ here, ...sides }: Sides): Action[] {
  let assessment = withActions(...here);
  const commit = (done: ReturnType<typeof bringAction>) => {
    assert.ok('change' in done, JSON.stringify(done));
    assert.equal(done.change.why, stamp.why);
    assessment = applyChange(assessment, done.change);
  };
  for (const { kind, here: id, rev, theirs, notes } of diffOf({ here, ...sides }).entries) {
    if (kind !== 'noted') commit(bringAction(assessment, checklist, { here: id, rev, theirs, ...stamp }));
    for (const { on, text } of notes) commit(noteAction(assessment, { id, note: { on, text }, ...stamp }));
  }
  return assessment.actions ?? [];
}

const told = (actions: Action[]) =>
  actions.map(({ id, content, notes }) => ({ id, content, notes: notes.map(n => n.text) }));

const was = plan('p');
const changed = plan('p', { status: 'running' }, { rev: 2 });
const cases: [what: string, sides: Sides, kinds: string[]][] = [
  ['nothing', { base: [was], here: [was], theirs: [was] }, []],
  ['new', { here: [], theirs: [plan('n', {}, { notes: [note('开工')] })] }, ['new']],
  ['new, its target reached since', { here: [], theirs: [plan('n', { target: 2, status: 'done' })] }, ['new']],
  ['changed', { base: [was], here: [was], theirs: [changed] }, ['changed']],
  ['changed back', { base: [was], here: [was], theirs: [plan('p', {}, { rev: 3 })] }, []],
  ['noted', { base: [was], here: [was], theirs: [plan('p', {}, { notes: [note('开工')] })] }, ['noted']],
  ['both', { base: [was], here: [was], theirs: [{ ...changed, notes: [note('开工')] }] }, ['changed', 'noted']],
  ['removed', { base: [was], here: [was], theirs: [] }, ['removed']],
  ['removed there, noted here', { base: [was], here: [{ ...was, notes: [note('在')] }], theirs: [] }, ['conflicting']],
  ['removed on both sides', { base: [was], here: [], theirs: [] }, []],
  ['removed here, changed there', { base: [was], here: [], theirs: [changed] }, ['conflicting']],
  ['changed here', { base: [was], here: [changed], theirs: [was] }, []],
  ['changed the same way', { base: [was], here: [changed], theirs: [{ ...changed, rev: 4 }] }, []],
  [
    'changed otherwise',
    { base: [was], here: [changed], theirs: [plan('p', { measure: '另一个' }, { rev: 2 })] },
    ['conflicting'],
  ],
  ['the same under another id', { here: [was], theirs: [plan('q', { measure: 'p' })] }, []],
  [
    'the same under another id, noted',
    { here: [was], theirs: [plan('q', { measure: 'p' }, { notes: [note('开工')] })] },
    ['noted'],
  ],
  [
    'carried over on both sides, changed there',
    {
      here: [plan('c', {}, { origin: { assessment: 'before', action: 'x' } })],
      theirs: [plan('d', { target: 5 }, { origin: { assessment: 'before', action: 'x' } })],
    },
    ['conflicting'],
  ],
];

for (const [what, sides, kinds] of cases)
  test(`an action of another copy: ${what}`, () => {
    const { entries, invalid } = diffOf(sides);
    assert.deepEqual([entries.map(({ kind }) => kind), invalid], [kinds, []]);
    // What was taken is no difference any more.
    assert.deepEqual(diffOf({ ...sides, here: taken(sides) }).entries, []);
  });

test('what is taken is what the other copy has, notes and origin too', () => {
  const theirs = [
    { ...changed, notes: [note('开工'), note('完工')] },
    plan('n', { target: 3 }, { notes: [note('立项')], origin: { assessment: 'before', action: 'x' } }),
  ];
  const after = taken({ base: [was], here: [was], theirs });
  assert.deepEqual(told(after), told(theirs));
  assert.deepEqual(after[1]?.origin, { assessment: 'before', action: 'x' });
});

test('one that the rules forbid here is named and not offered', () => {
  for (const content of [{ item: 'gone' }, { target: 9 }, { target: true as const }, { lead: 'nobody' }]) {
    const { entries, invalid } = diffOf({ here: [], theirs: [plan('n', content)] });
    assert.deepEqual([entries, invalid.map(({ theirs }) => theirs.id)], [[], ['n']], JSON.stringify(content));
  }
});

test('one that changed, went or came since it was shown is not written over', () => {
  const brought = { theirs: changed, ...stamp };
  assert.ok('refused' in bringAction(withActions(changed), checklist, { here: 'p', rev: 1, ...brought }));
  assert.ok('refused' in bringAction(withActions(), checklist, { here: 'p', rev: 1, ...brought }));
  assert.ok('refused' in bringAction(withActions(was), checklist, { here: 'p', rev: 0, ...brought }));
  assert.ok('refused' in bringAction(withActions(changed), checklist, { here: 'p', rev: 1, ...stamp, theirs: null }));
});
