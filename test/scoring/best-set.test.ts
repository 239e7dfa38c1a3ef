import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { costFigure, sumOfCosts } from '#scoring/action-cost.ts';
import { bestSet, type Candidate, type Objective } from '#scoring/best-set.ts';
import { fillBudget } from '#scoring/fill-budget.ts';
import { scoreAssessment, scoreDetails } from '#scoring/score.ts';
import { hundreds, optionsByItem } from '#scoring/set-options.ts';
import { answeredWith, type PlannedCase, plannedCase } from './arbitrary-steps.ts';
import { inputOf, scored } from './build-answers.ts';
import { buildChecklist } from './build-checklist.ts';
import { holdsFor } from './holds-for.ts';

const budgets = fc.constantFrom(0, 3, 10.5, 35, 60);
const objectives = fc.constantFrom<Objective>('low', 'supported');

const problemOf = ({ input, steps }: PlannedCase, objective: Objective) => ({
  ...{ items: scoreDetails(input).items, checklist: input.checklist, objective, candidates: steps },
});

/** The objective of the whole result, scored anew from answers. */
function worthOf({ input, steps }: PlannedCase, objective: Objective): number {
  const { claimed, supported } = scoreAssessment(answeredWith({ input, steps }));
  return (objective === 'low' ? claimed.overall.low : supported.overall) ?? 0;
}

const costOf = (steps: Candidate[]) => steps.reduce((sum, { cost }) => sum + (costFigure(cost) ?? 0), 0);

/** Every set there is, scored as a whole. */
function bruteForce({ input, steps }: PlannedCase, objective: Objective, budget: number): number {
  const priced = steps.filter(({ cost }) => costFigure(cost) !== null);
  let best = 0;
  for (let mask = 0; mask < 2 ** priced.length; mask++) {
    const chosen = priced.filter((_, index) => mask & (1 << index));
    if (costOf(chosen) <= budget + 1e-9) best = Math.max(best, worthOf({ input, steps: chosen }, objective));
  }
  return best;
}

test('the best set is as good as the best of all sets, each scored as a whole, and its gain is what scoring finds', () => {
  fc.assert(
    fc.property(plannedCase(6), budgets, objectives, (planned, budget, objective) => {
      const found = bestSet(problemOf(planned, objective), budget);
      const chosen = planned.steps.filter(({ id }) => found.ids.includes(id));
      const now = worthOf({ ...planned, steps: [] }, objective);
      const then = worthOf({ ...planned, steps: chosen }, objective);
      assert.ok(found.exact);
      assert.ok(Math.abs(then - now - found.gain) < 1e-6, `${then} - ${now} is not ${found.gain}`);
      assert.ok(Math.abs(then - bruteForce(planned, objective, budget)) < 1e-6);
      assert.ok(costOf(chosen) <= budget + 1e-9);
      assert.ok(Math.abs(costOf(chosen) - found.cost) < 1e-6);
    }),
    { numRuns: 120 },
  );
});

const items = (count: number) => Array.from({ length: count }, (_, index) => `i${index}`);

/** Many items of odd weights, each with a step of its own of an odd cost. */
function manyCandidates(count: number) {
  const ids = items(count);
  const fields = Object.fromEntries(ids.map((id, index) => [id, { weight: 1 + ((index * 7919) % 997) / 997 }]));
  const checklist = buildChecklist({ a: { items: fields } });
  const input = inputOf(checklist, Object.fromEntries(ids.map(id => [id, scored(0)])));
  const candidates = ids.map((item, index) => ({
    ...{ id: `s${index}`, item, target: 1 + (index % 5), evidence: [] },
    cost: { band: '50-200' as const, estimate: 50 + ((index * 104_729) % 14_983) / 100 },
  }));
  return { ...problemOf({ input, steps: candidates }, 'low'), candidates };
}

test('sixteen actions of any cost are searched exactly', () => {
  assert.equal(bestSet(manyCandidates(16), 900).exact, true);
});

test('where there are too many sets a good one is given with a bound that no set can exceed', () => {
  const { exact, gain, bound, cost } = bestSet(manyCandidates(300), 9_000);
  assert.equal(exact, false);
  assert.ok(cost <= 9_000);
  assert.ok(gain > 0 && gain <= bound && bound - gain < 1, `${gain} of ${bound}`);
});

test('the quick set is never better than the best one, and its bound never lower', () => {
  holdsFor(fc.tuple(plannedCase(8), budgets, objectives), ([planned, budget, objective]) => {
    const problem = problemOf(planned, objective);
    const counted = problem.candidates.filter(({ cost }) => costFigure(cost) !== null);
    const best = bestSet(problem, budget).gain;
    const { set, bound } = fillBudget(optionsByItem({ ...problem, candidates: counted }), hundreds(budget));
    assert.ok(set.cost <= hundreds(budget));
    assert.ok(set.value <= best + 1e-6 && best <= bound + 1e-6, `${set.value}, ${best}, ${bound}`);
  });
});

test('what costs the same in bands is searched exactly however many there are', () => {
  const problem = manyCandidates(300);
  const bands = ['under-10', '10-50', '50-200'] as const;
  const banded = problem.candidates.map((one, index) => ({
    ...one,
    cost: { band: bands[index % bands.length] ?? ('none' as const) },
  }));
  assert.equal(bestSet({ ...problem, candidates: banded }, 500).exact, true);
});

test('of sets that bring the same the cheapest is taken, then the one that stands first in the plan', () => {
  const checklist = buildChecklist({ a: { items: { a1: {}, a2: {}, a3: {} } } });
  const input = inputOf(checklist, { a1: scored(2), a2: scored(2), a3: scored(2) });
  const step = (id: string, item: string, estimate: number): Candidate => ({
    ...{ id, item, target: 3, evidence: [], cost: { band: 'under-10', estimate } },
  });
  const steps = [step('dear', 'a1', 5), step('first', 'a2', 4), step('second', 'a3', 4)];
  assert.deepEqual(bestSet(problemOf({ input, steps }, 'low'), 5).ids, ['first']);
});

test('an action without a figure of cost is left out of a budget and named', () => {
  const checklist = buildChecklist({ a: { items: { a1: {}, a2: {} } } });
  const input = inputOf(checklist, { a1: scored(2), a2: scored(2) });
  const steps: Candidate[] = [
    { id: 'open-ended', item: 'a1', target: 5, evidence: [], cost: { band: 'over-1000' } },
    { id: 'unknown', item: 'a2', target: 5, evidence: [], cost: undefined },
  ];
  const found = bestSet(problemOf({ input, steps }, 'low'), 100_000);
  assert.deepEqual({ ids: found.ids, left: found.left }, { ids: [], left: ['open-ended', 'unknown'] });
});

test('costs add up to a range, open at the top where one of them is', () => {
  assert.deepEqual(sumOfCosts([{ band: '10-50' }, { band: 'under-10', estimate: 0.1 }, undefined]), {
    ...{ from: 10.1, to: 50.1, missing: 1 },
  });
  assert.deepEqual(sumOfCosts([{ band: 'over-1000' }, { band: 'none' }]), { from: 1_000, to: null, missing: 0 });
});
