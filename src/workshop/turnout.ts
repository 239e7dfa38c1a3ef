import { ballotsOf, emptyBox } from './ballot-box.ts';
import { boxOf } from './outcome.ts';
import { getProgress, lastRound } from './progress.ts';
import type { Room } from './room.ts';
import { findSeat, type Seat, takenSeats } from './seats.ts';
import { voterOf } from './voting-departments.ts';

/**
 * Who has voted in the round on the table, of those who are there: seats that are connected or have voted, for a phone that sleeps
 * after its vote does not stand in for another one that is still to vote. In a vote by departments, departments of those that joined.
 */
export function turnoutOf(room: Room): { voted: number; present: number } {
  const { current, table } = room.workshop;
  if (current === null) return { voted: 0, present: awaited(room).size };
  const round = lastRound(getProgress(room.workshop, current));
  const box = round ? boxOf(table, round.round) : emptyBox;
  const present = new Set([...awaited(room), ...ballotsOf(box).map(([voter]) => voter)]);
  // The ballots of an item that is over are gone, and only their number is left.
  const voted = round?.voted ?? box.size;
  return { voted, present: Math.max(voted, present.size) };
}

/** Under whom the votes would be kept that can still come. */
function awaited(room: Room): Set<string> {
  return new Set(voting(room).flatMap(seat => voterOf(room.workshop, seat) ?? []));
}

function voting({ workshop, seats, online }: Room): Seat[] {
  if (workshop.mode === 'department') return takenSeats(seats);
  return online.flatMap(participant => findSeat(seats, { participant }) ?? []);
}
