import { findBallot } from './ballot-box.ts';
import { findCounted } from './cast-vote.ts';
import { boxOf, votedIn } from './outcome.ts';
import { getEntry, getProgress, lastRound, revealedRounds, standingOpinion } from './progress.ts';
import type { KeyRole, Role } from './role.ts';
import type { Room } from './room.ts';
import { runningFields } from './running-snapshot.ts';
import { screenFields } from './screen-snapshot.ts';
import { type Seat, takenSeats } from './seats.ts';
import { shownResults } from './shown-results.ts';
import type { Snapshot } from './snapshot.ts';
import { remainingOf } from './timer.ts';
import { voterOf } from './voting-departments.ts';
import type { ItemProgress, Round, Workshop } from './workshop.ts';

/** Whose snapshot it is: one of the roles with a key, by the hash of the key unless it is whoever started the program, or a participant by the seat. */
export type Viewer = { role: KeyRole; keyHash?: string | undefined } | { role: 'participant'; seat: Seat };

/** Everything a role may know at this moment, and nothing else: what is not in it does not leave the server. */
export function snapshotFor(viewer: Viewer, room: Room): Snapshot {
  switch (viewer.role) {
    case 'participant':
      return phoneSnapshots(room)(viewer.seat);
    case 'projector':
      return { ...baseFields(room, viewer.role), ...screenFields(room) };
    default:
      return {
        ...baseFields(room, viewer.role),
        ...screenFields(room),
        ...runningFields(room, viewer.role),
      };
  }
}

/** For all phones at once: what is the same for everybody is made once. */
export function phoneSnapshots(room: Room): (seat: Seat) => Snapshot {
  const same = forPhone(baseFields(room, 'participant'));
  return seat => ({ ...same, ...ownFields(room.workshop, seat) });
}

function baseFields({ workshop, seats, connections, now }: Room, role: Role): Snapshot {
  const { rev, state, title, mode, current, timer } = workshop;
  return {
    ...{ rev, workshop: state, title, mode, item: current },
    ...itemFields(workshop),
    timer: timer && { remainingMs: remainingOf(timer, now), running: timer.startedAt !== null },
    joined: takenSeats(seats).length,
    present: connections.participants,
    ...shownResults(workshop, role, seats),
    ...recordField(workshop),
  };
}

type ItemField = 'kind' | 'scale' | 'round' | 'state' | 'position' | 'voted' | 'voided';

function itemFields(workshop: Workshop): Pick<Snapshot, ItemField> {
  const { current, agenda, table } = workshop;
  if (current === null) return { kind: null, scale: null, round: 0, state: null, position: null, voted: 0 };
  const { kind, scale } = getEntry(workshop, current);
  const progress = getProgress(workshop, current);
  const round = lastRound(progress);
  return {
    ...{ kind, scale, round: round?.round ?? 0, state: progress.state },
    position: { number: agenda.findIndex(({ item }) => item === current) + 1, total: agenda.length },
    voted: round ? votedIn(round, table) : 0,
    ...voidedField(progress),
  };
}

/** Nobody is left to wonder where the round went that they voted in. */
function voidedField({ state, rounds }: ItemProgress): Pick<Snapshot, 'voided'> {
  const last = rounds.at(-1);
  return last?.voided && (state === 'briefing' || state === 'discussion') ? { voided: last.round } : {};
}

function recordField(workshop: Workshop): Pick<Snapshot, 'record'> {
  const { current } = workshop;
  const opinion = current === null ? undefined : standingOpinion(getProgress(workshop, current));
  if (!opinion) return {};
  const { version, value, rationale, dissent, evidence, actions, amends } = opinion;
  return { record: { version, value, rationale, dissent, evidence, actions, amends } };
}

const rationaleOnPhone = 100;

/** At most 2 KB: the wall has the departments and the record whole. */
function forPhone({ results, previous, record, ...rest }: Snapshot): Snapshot {
  return {
    ...rest,
    ...(results ? { results: { ...results, departments: undefined } } : {}),
    ...(previous ? { previous: { ...previous, departments: undefined } } : {}),
    ...(record ? { record: shortRecord(record) } : {}),
  };
}

function shortRecord({ version, value, rationale }: NonNullable<Snapshot['record']>): Snapshot['record'] {
  const letters = Array.from(rationale ?? '');
  const cut = letters.length > rationaleOnPhone ? `${letters.slice(0, rationaleOnPhone).join('')}…` : rationale;
  return { version, rationale: cut, ...(typeof value === 'object' ? {} : { value }) };
}

/** The receipt: told to the one who voted, on no other screen. */
function ownFields(workshop: Workshop, seat: Seat): Pick<Snapshot, 'own' | 'ownPrevious'> {
  const { current, items } = workshop;
  const progress = current === null ? undefined : items[current];
  if (!progress) return {};
  const round = lastRound(progress);
  const voter = voterOf(workshop, seat);
  const counted = findCounted(workshop, voter);
  const { last } = revealedRounds({ ...progress, rounds: progress.rounds.filter(each => each !== round) });
  return {
    ...(round && counted ? { own: { ...counted, round: round.round } } : {}),
    ...previousOf(workshop, voter, last),
  };
}

function previousOf({ table }: Workshop, voter: string | null, round?: Round): Pick<Snapshot, 'ownPrevious'> {
  const ballot = round && voter !== null ? findBallot(boxOf(table, round.round), voter) : undefined;
  return round && ballot ? { ownPrevious: { value: ballot.value, round: round.round } } : {};
}
