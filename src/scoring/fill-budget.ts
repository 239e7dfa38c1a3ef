import type { Option } from './set-options.ts';

type Filled = { set: Option; bound: number };

/** From one way to act on an item to the next better one. */
type Increment = { group: number; from: Option; to: Option; cost: number; value: number };

const nothing: Option = { cost: 0, value: 0, ids: [] };

/**
 * A good set, and what no set can exceed. Increments are taken by what they bring for their cost; as soon as one does not fit, the part of it
 * that would fit gives the bound (the relaxation in which actions can be done in part), and what still fits is taken on.
 */
export function fillBudget(groups: Option[][], limit: number): Filled {
  const increments = groups
    .flatMap(incrementsOf)
    .sort((a, b) => b.value * a.cost - a.value * b.cost || a.group - b.group);
  const taken = groups.map(() => nothing);
  let [cost, value] = [0, 0];
  let bound: number | undefined;
  for (const increment of increments) {
    const fits = cost + increment.cost <= limit && taken[increment.group] === increment.from;
    if (cost + increment.cost > limit) bound ??= value + (increment.value * (limit - cost)) / increment.cost;
    if (!fits) continue;
    taken[increment.group] = increment.to;
    cost += increment.cost;
    value += increment.value;
  }
  const filled = { cost, value, ids: taken.flatMap(({ ids }) => ids) };
  return { set: better(filled, bestSingle(groups, limit)), bound: bound ?? value };
}

/** Along the upper hull of an item's options, so that each increment brings less for its cost than the one before. */
function incrementsOf(options: Option[], group: number): Increment[] {
  const hull: Option[] = [nothing];
  for (const option of options) {
    while (hull.length > 1 && isUnder(hull.at(-2), hull.at(-1), option)) hull.pop();
    hull.push(option);
  }
  return hull.slice(1).map((to, index) => {
    const from = hull[index] ?? nothing;
    return { group, from, to, cost: to.cost - from.cost, value: to.value - from.value };
  });
}

/** Whether the middle one lies on or below the line from the first to the last. */
function isUnder(first = nothing, middle = nothing, last = nothing): boolean {
  return (
    (middle.value - first.value) * (last.cost - first.cost) <= (last.value - first.value) * (middle.cost - first.cost)
  );
}

/** What is dear and brings much is left out by what is cheap. */
function bestSingle(groups: Option[][], limit: number): Option {
  return groups
    .flat()
    .filter(({ cost }) => cost <= limit)
    .reduce(better, nothing);
}

function better(a: Option, b: Option): Option {
  return b.value > a.value ? b : a;
}
