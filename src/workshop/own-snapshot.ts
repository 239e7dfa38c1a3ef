import { findBallot } from './ballot-box.ts';
import { findCounted } from './cast-vote.ts';
import { boxOf } from './outcome.ts';
import { lastRound, revealedRounds } from './progress.ts';
import type { Seat } from './seats.ts';
import type { Snapshot } from './snapshot.ts';
import { voterOf } from './voting-departments.ts';
import type { Round, Workshop } from './workshop.ts';

/** The receipt: told to the one who voted, on no other screen. */
export function ownFields(workshop: Workshop, seat: Seat): Pick<Snapshot, 'own' | 'ownPrevious'> {
  const { current, items } = workshop;
  const progress = current === null ? undefined : items[current];
  if (!progress) return {};
  const round = lastRound(progress);
  const counted = findCounted(workshop, seat);
  const { last } = revealedRounds({ ...progress, rounds: progress.rounds.filter(each => each !== round) });
  return {
    ...(round && counted ? { own: { ...counted, round: round.round } } : {}),
    ...previousOf(workshop, seat, last),
  };
}

function previousOf(workshop: Workshop, seat: Seat, round: Round | undefined): Pick<Snapshot, 'ownPrevious'> {
  const voter = voterOf(workshop, seat);
  const ballot = round && voter !== null ? findBallot(boxOf(workshop.table, round.round), voter) : undefined;
  return round && ballot ? { ownPrevious: { value: ballot.value, round: round.round } } : {};
}
