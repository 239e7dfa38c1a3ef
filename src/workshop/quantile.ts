import { type Counts, totalOf } from './counts.ts';

/** Type 7 (QUARTILE.INC of Excel, so that anybody can check it there), in levels above the lowest. Needs at least one vote. */
export function quantile(counts: Counts, share: number): number {
  const place = (totalOf(counts) - 1) * share;
  const below = Math.floor(place);
  const low = voteAt(counts, below);
  const high = voteAt(counts, Math.ceil(place));
  return low + (place - below) * (high - low);
}

/** The vote at this place once they are sorted, counted from 0. */
function voteAt(counts: Counts, place: number): number {
  let passed = 0;
  for (const [level, count] of counts.entries()) {
    passed += count;
    if (place < passed) return level;
  }
  throw new RangeError(`there is no vote at place ${place} of ${passed}`);
}
