import type { ActionContent } from '#assessment/action.ts';
import { costFigure } from './action-cost.ts';
import type { Step } from './action-effect.ts';
import { fillBudget } from './fill-budget.ts';
import { hundreds, type Option, optionsByItem, undominated } from './set-options.ts';
import type { Base } from './what-if.ts';

export type Candidate = Step & { id: string } & Pick<ActionContent, 'cost'>;
export type Objective = 'low' | 'supported';
/** `candidates` in the order of the plan, which settles ties. */
export type SetProblem = Base & { objective: Objective; candidates: readonly Candidate[] };

export type BestSet = {
  /** In the order of the plan. */
  ids: string[];
  /** By the figures of `costFigure`, in 万元. */
  cost: number;
  /** What the set adds to the objective, 0–100. */
  gain: number;
  /** Nothing adds more within the budget. */
  exact: boolean;
  /** No set within the budget can add more than this; the gain itself where the search was exact. */
  bound: number;
  /** Without a figure of cost they cannot be held against a budget. */
  left: string[];
};

/** Sets that are looked at before the search gives up being exact: more than all sets of 16 actions. */
const setsAtMost = 150_000;

/** The set that adds most to the objective within a budget in 万元; of equal ones the cheapest. */
export function bestSet(problem: SetProblem, budget: number): BestSet {
  const counted = problem.candidates.filter(({ cost }) => costFigure(cost) !== null);
  const groups = optionsByItem({ ...problem, candidates: counted });
  const limit = hundreds(budget);
  const found = searchAll(groups, limit);
  const { set, bound } = found ? { set: found, bound: found.value } : fillBudget(groups, limit);
  const chosen = new Set(set.ids);
  return {
    ids: counted.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    cost: set.cost / 100,
    gain: set.value,
    exact: found !== undefined,
    bound,
    left: problem.candidates.flatMap(({ id, cost }) => (costFigure(cost) === null ? [id] : [])),
  };
}

const nothing: Option = { cost: 0, value: 0, ids: [] };

/**
 * Every set that no cheaper or equal one outdoes, item by item: what is dropped could be exchanged for what outdoes it in any whole set.
 * Undefined where there are too many.
 */
function searchAll(groups: Option[][], limit: number): Option | undefined {
  let looked = 0;
  let sets: Option[] = [];
  for (const options of groups) {
    looked += (sets.length + 1) * options.length;
    if (looked > setsAtMost) return undefined;
    sets = undominated([...sets, ...[nothing, ...sets].flatMap(set => extended(set, options, limit))]);
  }
  return sets.at(-1) ?? nothing;
}

function extended(set: Option, options: Option[], limit: number): Option[] {
  return options
    .filter(({ cost }) => set.cost + cost <= limit)
    .map(({ cost, value, ids }) => ({ cost: set.cost + cost, value: set.value + value, ids: [...set.ids, ...ids] }));
}
