import { z } from 'zod';
import type { Decision } from '#shared/decision.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { type Ballot, findBallot, voteValueSchema } from './ballot-box.ts';
import { boxOf } from './outcome.ts';
import { currentState, getEntry, getProgress, lastRound } from './progress.ts';
import { reasonSchema } from './reason.ts';
import type { Seat } from './seats.ts';
import { voterOf } from './voting-departments.ts';
import { wholeMinute } from './whole-minute.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopChange } from './workshop-change.ts';

/** The body of `POST /api/v1/w/:code/votes`. */
export const voteSchema = z.strictObject({
  item: z.string().min(1).max(80),
  round: z.int().min(1),
  value: voteValueSchema,
  reason: reasonSchema.optional(),
});
export type Vote = z.infer<typeof voteSchema>;

/** `counted` is what counts of this voter in the item's last round, to be said with the refusal. */
export type VoteRefusal =
  | { reason: 'faulty'; faults: Fault[] }
  /** The very same counts already: to be answered as if it had been counted just now. */
  | { reason: 'counted-already'; counted: Ballot }
  | {
      reason: 'not-running' | 'another-item' | 'another-round' | 'voting-closed' | 'no-vote';
      counted: Ballot | undefined;
    };

/** A vote of somebody who has a seat; in a vote by departments that of the department, whoever of it voted last. */
export function castVote(
  workshop: Workshop,
  vote: Vote,
  { seat, at }: { seat: Seat; at: string },
): Decision<WorkshopChange, VoteRefusal> {
  const voter = voterOf(workshop, seat);
  const counted = findCounted(workshop, voter);
  const reason = refusal(workshop, vote, voter);
  if (reason !== undefined || voter === null) return { refused: { reason: reason ?? 'no-vote', counted } };
  const { scale } = getEntry(workshop, vote.item);
  if (vote.value !== 'unknown' && (vote.value < scale.min || vote.value > scale.max))
    return { refused: { reason: 'faulty', faults: [offTheScale(scale)] } };
  const ballot = ballotOf(vote);
  if (counted && counted.value === ballot.value && counted.reason === ballot.reason)
    return { refused: { reason: 'counted-already', counted } };
  return { change: { type: 'voted', at: wholeMinute(at), voter, item: vote.item, round: vote.round, ballot } };
}

/** What counts of a voter in the last round of the current item. */
export function findCounted({ current, items, table }: Workshop, voter: string | null): Ballot | undefined {
  const progress = current === null ? undefined : items[current];
  const round = progress && lastRound(progress);
  return round && voter !== null ? findBallot(boxOf(table, round.round), voter) : undefined;
}

function refusal(
  workshop: Workshop,
  { item, round }: Vote,
  voter: string | null,
): Exclude<VoteRefusal['reason'], 'faulty' | 'counted-already'> | undefined {
  if (workshop.state !== 'running') return 'not-running';
  if (item !== workshop.current) return 'another-item';
  if (lastRound(getProgress(workshop, item))?.round !== round) return 'another-round';
  if (currentState(workshop) !== 'open') return 'voting-closed';
  return voter === null ? 'no-vote' : undefined;
}

function ballotOf({ value, reason }: Vote): Ballot {
  return reason === undefined ? { value } : { value, reason };
}

function offTheScale({ min, max }: { min: number; max: number }): Fault {
  return fault(
    ['value'],
    `须为 ${min} 到 ${max} 的整数，或“不掌握”`,
    `must be a whole number from ${min} to ${max}, or "unknown"`,
  );
}
