import type { ItemScore } from './item-score.ts';
import { isBelow } from './tolerance.ts';

/** Ids of the items that claim more than their evidence carries. */
export function shortOfEvidence(items: ItemScore[]): Set<string> {
  return new Set(items.filter(({ fraction, supported }) => isBelow(supported, fraction ?? 0)).map(({ id }) => id));
}
