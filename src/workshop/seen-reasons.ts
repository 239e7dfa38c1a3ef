import { totalOf } from './counts.ts';
import { fewestForBars } from './round-results.ts';
import type { Outcome, VotedReason } from './workshop.ts';

/** A reason names its level: it is seen where the bars are, not below three votes. */
export function seenReasons({ counts, reasons }: Outcome): VotedReason[] {
  return totalOf(counts) >= fewestForBars ? reasons : [];
}

/** Those a facilitator chose for the wall. */
export function wallReasons(outcome: Outcome): Pick<VotedReason, 'value' | 'text'>[] {
  return seenReasons(outcome).flatMap(({ value, text, shown }) => (shown ? [{ value, text }] : []));
}
