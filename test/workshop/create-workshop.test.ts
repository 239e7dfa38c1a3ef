import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorkshop, findKeyRole, newWorkshopSchema } from '#workshop/create-workshop.ts';
import { buildChecklist } from '../support/build-checklist.ts';
import { buildWorkshop, checklist, second, secrets } from './build-workshop.ts';

const parts = { id: 'w1', code: 'K7M4XQ', secrets, by: 'local', at: second(0) };
const good = { assessment: 'one', title: '专题会商', items: ['a1', 'yes'], mode: 'anonymous' };

test('a new workshop is a draft with its items, their kinds and scales, and nothing has happened', () => {
  const workshop = buildWorkshop({ expected: 42 });
  assert.deepEqual([workshop.state, workshop.rev, workshop.expected, workshop.current], ['draft', 0, 42, null]);
  assert.deepEqual(
    workshop.agenda.map(({ item, kind, scale, minutes }) => [item, kind, scale.min, scale.max, minutes]),
    [
      ['a1', 'maturity', 0, 5, 12],
      ['a2', 'maturity', 0, 5, 12],
      ['a3', 'maturity', 1, 4, 12],
      ['yes', 'yes-no', 0, 1, 12],
      ['figure', 'metric', 0, 5, 5],
    ],
  );
});

test('keys are kept as hashes and tell the role they are for', () => {
  const { keys } = buildWorkshop();
  assert.doesNotMatch(JSON.stringify(keys), /key-/);
  for (const [role, secret] of Object.entries(secrets)) assert.equal(findKeyRole(keys, secret), role);
  for (const wrong of ['', 'key-x', keys.facilitator]) assert.equal(findKeyRole(keys, wrong), undefined);
});

test('the published shape of a new workshop is the one that is taken', () => {
  assert.ok(newWorkshopSchema.safeParse(good).success && createWorkshop(good, checklist, parts).ok);
});

const wrong: [string, object, string[]][] = [
  ['without items', { items: [] }, ['items']],
  ['with an item that is not in scope', { items: ['a1', '__proto__'] }, ['items.1']],
  ['with an item named twice', { items: ['a1', 'a1'] }, ['items.1']],
  ['without a title', { title: ' \n ' }, ['title']],
  ['in a mode that there is not', { mode: 'hybrid' }, ['mode']],
  ['with half a head', { expected: 1.5 }, ['expected']],
  ['with something more', { secret: 'x' }, ['secret']],
];
for (const [name, fields, paths] of wrong)
  test(`a workshop ${name} is refused at its place`, () => {
    const made = createWorkshop({ ...good, ...fields }, checklist, parts);
    assert.ok(!made.ok);
    assert.deepEqual([...new Set(made.faults.map(({ path }) => path.join('.')))], paths);
  });

test('departments cannot vote where the checklist names none', () => {
  const made = createWorkshop({ ...good, items: ['a1'], mode: 'department' }, buildChecklist(), parts);
  assert.ok(!made.ok);
  assert.deepEqual(made.faults[0]?.path, ['mode']);
});
