import { consensusIndex } from './consensus-index.ts';
import type { Counts } from './counts.ts';

export type AgendaOrder =
  /** As the checklist has them, those of its core first. */
  | { by: 'core-first'; core: ReadonlySet<string> }
  /** Counts of the last votes, by item: those of an earlier workshop, or of department votes sent in before. */
  | { by: 'most-disputed'; counts: ReadonlyMap<string, Counts> }
  /** How much of the score the item leaves open, by item: `openShares`. */
  | { by: 'most-uncertain'; shares: ReadonlyMap<string, number> };

/** The items in the order in which the room should take them; equal ones keep theirs, those nothing is known of come last. */
export function orderAgenda(items: readonly string[], order: AgendaOrder): string[] {
  const rank = rankBy(order);
  return items.toSorted((a, b) => rank(a) - rank(b));
}

/** Lowest first. */
function rankBy(order: AgendaOrder): (item: string) => number {
  switch (order.by) {
    case 'core-first':
      return item => (order.core.has(item) ? 0 : 1);
    case 'most-disputed':
      return item => consensusIndex(order.counts.get(item) ?? []) ?? 2;
    case 'most-uncertain':
      return item => -(order.shares.get(item) ?? 0);
  }
}
