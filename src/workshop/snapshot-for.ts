import { votedIn } from './outcome.ts';
import { ownFields } from './own-snapshot.ts';
import { getEntry, getProgress, lastRound, standingOpinion } from './progress.ts';
import type { Role } from './role.ts';
import type { Room } from './room.ts';
import { runningFields } from './running-snapshot.ts';
import { screenFields } from './screen-snapshot.ts';
import { type Seat, takenSeats } from './seats.ts';
import { shownResults } from './shown-results.ts';
import type { Snapshot } from './snapshot.ts';
import { remainingOf } from './timer.ts';
import type { Workshop } from './workshop.ts';

/** Whose snapshot it is: one of the roles with a key, or a participant by the seat. */
export type Viewer =
  | { role: 'facilitator' | 'co-facilitator' | 'scribe' | 'projector' }
  | { role: 'participant'; seat: Seat };

/** Everything a role may know at this moment, and nothing else: what is not in it does not leave the server. */
export function snapshotFor(viewer: Viewer, room: Room): Snapshot {
  switch (viewer.role) {
    case 'participant':
      return { ...phoneFields(room), ...ownFields(room.workshop, viewer.seat) };
    case 'projector':
      return { ...baseFields(room, viewer.role), ...screenFields(room.workshop) };
    default:
      return {
        ...baseFields(room, viewer.role),
        ...screenFields(room.workshop),
        ...runningFields(room, viewer.role),
      };
  }
}

/** What every phone gets alike; only `ownFields` differ. */
export function phoneFields(room: Room): Snapshot {
  return forPhone(baseFields(room, 'participant'));
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

function itemFields(workshop: Workshop): Pick<Snapshot, 'kind' | 'scale' | 'round' | 'state' | 'position' | 'voted'> {
  const { current, agenda, table } = workshop;
  if (current === null) return { kind: null, scale: null, round: 0, state: null, position: null, voted: 0 };
  const { kind, scale } = getEntry(workshop, current);
  const progress = getProgress(workshop, current);
  const round = lastRound(progress);
  return {
    ...{ kind, scale, round: round?.round ?? 0, state: progress.state },
    position: { number: agenda.findIndex(({ item }) => item === current) + 1, total: agenda.length },
    voted: round ? votedIn(round, table) : 0,
  };
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
