import { type Ballot, type BallotBox, ballotsOf } from './ballot-box.ts';
import { boxOf, countBallots } from './outcome.ts';
import { getEntry, getProgress, lastRound } from './progress.ts';
import { type Seat, type Seats, takenSeats } from './seats.ts';
import { hashSecret } from './secrets.ts';
import { type DepartmentResult, type DepartmentVotes, resultOf, shownDepartments } from './shown-departments.ts';
import type { AgendaEntry, Workshop } from './workshop.ts';

type Voting = Pick<Workshop, 'mode' | 'current'>;

/**
 * Under whom a ballot for the current item is kept: the department that votes, or an id that only who knows the seat's own random
 * id can work out. Another one for each item, so that nobody can put together what one person voted all day.
 */
export function voterOf({ mode, current }: Voting, seat: Pick<Seat, 'participant' | 'department'>): string | null {
  return mode === 'anonymous' ? hashSecret(`${seat.participant}/${current}`).slice(0, 22) : seat.department;
}

/** What may be seen of the departments in the last round of the current item, its ballots being on the table. */
export function departmentResults(workshop: Workshop, seats: Seats | undefined): DepartmentResult[] {
  const { current, table, mode } = workshop;
  if (current === null) return [];
  const round = lastRound(getProgress(workshop, current));
  if (!round) return [];
  const { scale } = getEntry(workshop, current);
  const box = boxOf(table, round.round);
  if (mode === 'department') return attributed(box, scale);
  const paper = { department: null, counts: round.paper?.counts ?? [] };
  return shownDepartments([...groupsOf(workshop, { box, seats, scale }), paper]);
}

/** How many of each department have a seat and how many of these have a ballot in the box; not what is on it. */
export function departmentTurnout(
  workshop: Workshop,
  { seats, box }: { seats: Seats | undefined; box: BallotBox },
): { department: string; voted: number; joined: number }[] {
  const voters = new Set(ballotsOf(box).map(([voter]) => voter));
  const taken = takenSeats(seats);
  return workshop.departments.flatMap(department => {
    const members = taken.filter(seat => seat.department === department);
    if (members.length === 0) return [];
    const voted = members.filter(seat => voters.has(voterOf(workshop, seat) ?? '')).length;
    return [{ department, voted, joined: members.length }];
  });
}

function attributed(box: BallotBox, scale: AgendaEntry['scale']): DepartmentResult[] {
  return ballotsOf(box)
    .map(([department, ballot]) => resultOf(department, countBallots([ballot], scale).counts))
    .sort((a, b) => (a.department < b.department ? -1 : 1));
}

type Ballots = { box: BallotBox; seats: Seats | undefined; scale: AgendaEntry['scale'] };

function groupsOf(workshop: Workshop, { box, seats, scale }: Ballots): DepartmentVotes[] {
  const departments = new Map(takenSeats(seats).map(seat => [voterOf(workshop, seat), seat.department]));
  const groups = new Map<string | null, Ballot[]>();
  for (const [voter, ballot] of ballotsOf(box)) {
    const department = departments.get(voter) ?? null;
    groups.set(department, [...(groups.get(department) ?? []), ballot]);
  }
  return Array.from(groups, ([department, ballots]) => ({
    department,
    counts: countBallots(ballots, scale).counts,
  }));
}
