import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreDetails } from '#scoring/score.ts';
import { assertClose } from './assert-close.ts';
import { type Answers, inputOf, notApplicable, score, scored, unknown } from './build-answers.ts';
import { buildChecklist } from './build-checklist.ts';

test('a fact excludes only when it is stated as false', () => {
  const checklist = buildChecklist({ a: { items: { x: { conditional: { fact: 'coast' } }, y: {} } } });
  const answers = { x: scored(0), y: scored(5) };
  const scores = [{}, { coast: true }, { coast: false }].map(
    profile => score(checklist, answers, profile).claimed.overall.score,
  );
  assert.deepEqual(scores, [50, 50, 100]);
});

const conditionals = Object.fromEntries(['v', 'w', 'x', 'y', 'z'].map(id => [id, { conditional: true }]));

test('as much excluded by hand as allowed leaves a grade, more takes it', () => {
  const checklist = buildChecklist({ a: { items: conditionals } });
  const answers = { v: notApplicable, w: scored(5), x: scored(5), y: scored(5), z: scored(5) };
  const once = score(checklist, answers);
  assert.deepEqual([once.excludedShare, once.claimed.grade, once.supported.grade], [0.2, 'A', 'A']);
  const twice = score(checklist, { ...answers, w: notApplicable });
  assertClose(twice.excludedShare, 0.4);
  const { grade, gradeBeforeCap, robustness } = twice.claimed;
  assert.deepEqual([grade, gradeBeforeCap, robustness.gradeStable], [null, null, null]);
  assert.deepEqual([twice.supported.grade, twice.supported.gradeBeforeCap], [null, null]);
});

test('as little coverage as allowed leaves a grade, less takes it', () => {
  const checklist = buildChecklist({ a: { items: conditionals } });
  const four = { w: scored(5), x: scored(5), y: scored(5), z: scored(5) };
  assert.deepEqual(score(checklist, four).claimed.grade, 'B');
  assert.deepEqual(score(checklist, { ...four, w: unknown }).claimed.grade, null);
});

test('an area of which everything is excluded leaves its weight to the others, not to its nominal share', () => {
  const checklist = buildChecklist({ a: { weight: 3, items: { x: { conditional: true } } }, b: { items: { y: {} } } });
  const { items, result } = scoreDetails(inputOf(checklist, { x: notApplicable, y: scored(4) }));
  assert.deepEqual(
    items.map(({ id, state, effectiveWeight, nominalWeight }) => ({ id, state, effectiveWeight, nominalWeight })),
    [
      { id: 'x', state: 'excluded-by-hand', effectiveWeight: 0, nominalWeight: 0.75 },
      { id: 'y', state: 'scored', effectiveWeight: 1, nominalWeight: 0.25 },
    ],
  );
  assert.deepEqual(
    [result.claimed.overall.score, result.claimed.areas.a?.score, result.excludedShare],
    [80, null, 0.75],
  );
});

test('when only areas of no weight are left the whole is undefined, the areas are not', () => {
  const checklist = buildChecklist(
    {
      a: { weight: 0, items: { x: { tags: ['t:x'] } } },
      b: { items: { y: { conditional: true } } },
    },
    { lenses: [{ id: 'l', title: { zh: 'l' }, groups: [{ id: 'g', label: { zh: 'g' }, tags: ['t:x'] }] }] },
  );
  const { claimed, supported } = score(checklist, { x: scored(5), y: notApplicable });
  const nothing = { score: null, coverage: null, low: null, high: null };
  assert.deepEqual([claimed.overall, claimed.lenses.l?.g, claimed.areas.a?.score], [nothing, nothing, 100]);
  assert.deepEqual([supported.overall, supported.lenses.l?.g, supported.areas.a], [null, null, 100]);
  const { scoreRange, lowRange, equalAreas, weakestArea, equalItems } = claimed.robustness;
  assert.deepEqual([scoreRange, lowRange, equalAreas, weakestArea], [[null, null], [null, null], null, null]);
  assert.equal(equalItems, 100);
});

test('each item tells what it contributes', () => {
  const checklist = buildChecklist({
    a: { items: { x: { weight: 3 }, y: {}, z: { conditional: { fact: 'coast' } } } },
  });
  const answers: Answers = {
    x: scored(4, 'operation'),
    y: { ...unknown, evidence: [{ kind: 'document', title: 'x' }] },
    z: scored(1),
  };
  const { items } = scoreDetails(inputOf(checklist, answers, { coast: false }));
  assert.deepEqual(
    items.map(({ item: _item, ...rest }) => rest),
    [
      {
        id: 'x',
        state: 'scored',
        fraction: 0.8,
        supported: 0.6,
        ceiling: 3,
        effectiveWeight: 0.75,
        nominalWeight: 0.75,
      },
      { id: 'y', state: 'open', fraction: null, supported: 0, ceiling: 2, effectiveWeight: 0.25, nominalWeight: 0.25 },
      {
        id: 'z',
        state: 'excluded-by-fact',
        fraction: null,
        supported: 0,
        ceiling: 5,
        effectiveWeight: 0,
        nominalWeight: 0,
      },
    ],
  );
});

test('the grade is stable only when both ends of the shown low range stay in its band', () => {
  const checklist = buildChecklist({ a: { items: { x: {} } }, b: { items: { y: {} } } });
  const robustness = (x: number, y: number) => score(checklist, { x: scored(x), y: scored(y) }).claimed.robustness;
  assertClose(robustness(5, 3).lowRange, [76, 84]);
  assert.equal(robustness(5, 3).gradeStable, true);
  assertClose(robustness(5, 2).lowRange, [64, 76]);
  assert.equal(robustness(5, 2).gradeStable, false);
});
