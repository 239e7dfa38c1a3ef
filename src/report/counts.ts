import type { ItemReport, ItemState } from './item-report.ts';

/** How many items are in each state, and what that makes of them. */
export type Counts = Record<ItemState, number> & { open: number; excluded: number; total: number };

export function countStates(items: ItemReport[]): Counts {
  const count = (state: ItemState) => items.filter(item => item.state === state).length;
  const states = {
    scored: count('scored'),
    unknown: count('unknown'),
    withheld: count('withheld'),
    unanswered: count('unanswered'),
    'not-applicable': count('not-applicable'),
    'not-our-mandate': count('not-our-mandate'),
    'excluded-by-fact': count('excluded-by-fact'),
  };
  return {
    ...states,
    open: states.unknown + states.withheld + states.unanswered,
    excluded: states['not-applicable'] + states['not-our-mandate'] + states['excluded-by-fact'],
    total: items.length,
  };
}

export const undefinedReasons = ['not-covered', 'excluded', 'open', 'weightless'] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];

/** Why a group of items has no score. It has a coverage, 0, as long as open items have weight. */
export function whyUndefined({ total, excluded, scored }: Counts, coverage: number | null): UndefinedReason {
  if (total === 0) return 'not-covered';
  if (excluded === total) return 'excluded';
  return scored === 0 || coverage !== null ? 'open' : 'weightless';
}
