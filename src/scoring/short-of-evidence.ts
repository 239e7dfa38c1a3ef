import { isUnscoredTable } from '#assessment/matrix-cells.ts';
import type { ItemScore } from './item-score.ts';
import { isBelow } from './tolerance.ts';

/** Ids of the items that claim more than their evidence carries; a table that moves no score claims nothing. */
export function shortOfEvidence(items: ItemScore[]): Set<string> {
  const short = items.filter(
    ({ item, fraction, supported }) => !isUnscoredTable(item) && isBelow(supported, fraction ?? 0),
  );
  return new Set(short.map(({ id }) => id));
}
