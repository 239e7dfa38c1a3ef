import type { Decision } from '#shared/decision.ts';
import { findSeatByCode, hashSeatCode, type Seat, type Seats, type SeatsChange, takenSeats } from './seats.ts';
import { cleanCode, hashSecret } from './secrets.ts';
import type { Workshop } from './workshop.ts';

export type JoinRefusal =
  | 'not-open'
  | 'locked'
  | 'department-missing'
  | 'unknown-department'
  | 'unknown-seat'
  | 'full'
  /** Two random codes were the same: draw again. */
  | 'code-taken';

type Secrets = { participant: string; token: string; code: string; at: string };
type Room = { workshop: Workshop; seats: Seats };

const mostSeats = 2_000;

export function seatsIdOf({ id, sitting }: Pick<Workshop, 'id' | 'sitting'>): string {
  return `${id}-${sitting}`;
}

/** A new participant. `participant` is a random id of 16 bytes, `token` the secret of the phone, `code` reclaims the seat. */
export function join(
  { workshop, seats }: Room,
  department: string | null,
  { participant, token, code, at }: Secrets,
): Decision<SeatsChange, JoinRefusal> {
  const refused = refusal(workshop, seats) ?? refusedDepartment(workshop, department);
  if (refused) return { refused };
  if (findSeatByCode(seats, code)) return { refused: 'code-taken' };
  const hashes = { tokenHash: hashSecret(token), codeHash: hashSeatCode(seats.id, code) };
  return { change: { type: 'joined', at, participant, ...hashes, department } };
}

/** The seat code on another phone, or the first use of a slip; possible when joining is locked. What is left out stays as it is. */
export function rejoin(
  { workshop, seats }: Room,
  { code, department }: { code: string; department?: string | null | undefined },
  { token, at }: { token: string; at: string },
): Decision<SeatsChange, JoinRefusal> {
  if (!isOpenToAll(workshop)) return { refused: 'not-open' };
  const seat = findSeatByCode(seats, cleanCode(code));
  if (!seat) return { refused: 'unknown-seat' };
  const chosen = departmentOf(seat, department);
  const refused = refusedDepartment(workshop, chosen);
  if (refused) return { refused };
  return {
    change: { type: 'claimed', at, participant: seat.participant, tokenHash: hashSecret(token), department: chosen },
  };
}

/** Seats to hand out on slips, before or while joining is locked. */
export function issueSeats(
  { workshop, seats }: Room,
  slips: { participant: string; code: string; department: string | null }[],
  at: string,
): Decision<SeatsChange, JoinRefusal> {
  if (workshop.state === 'closed') return { refused: 'not-open' };
  if (Object.keys(seats.seats).length + slips.length > mostSeats) return { refused: 'full' };
  const codes = new Set(slips.map(({ code }) => code));
  if (codes.size < slips.length || slips.some(({ code }) => findSeatByCode(seats, code)))
    return { refused: 'code-taken' };
  if (slips.some(({ department }) => department !== null && !workshop.departments.includes(department)))
    return { refused: 'unknown-department' };
  const issued = slips.map(({ participant, code, department }) => ({
    ...{ participant, department },
    codeHash: hashSeatCode(seats.id, code),
  }));
  return { change: { type: 'issued', at, seats: issued } };
}

function refusal(workshop: Workshop, seats: Seats): JoinRefusal | undefined {
  if (!isOpenToAll(workshop)) return 'not-open';
  if (workshop.locked) return 'locked';
  return takenSeats(seats).length >= mostSeats ? 'full' : undefined;
}

function isOpenToAll({ state }: Workshop): boolean {
  return state === 'lobby' || state === 'running' || state === 'paused';
}

/** In a vote by departments somebody without one has nothing to vote with. */
function refusedDepartment({ mode, departments }: Workshop, department: string | null): JoinRefusal | undefined {
  if (department === null) return mode === 'department' ? 'department-missing' : undefined;
  return departments.includes(department) ? undefined : 'unknown-department';
}

/** Whoever voted for one department does not vote for another afterwards. */
function departmentOf(seat: Seat, chosen: string | null | undefined): string | null {
  return seat.department ?? chosen ?? null;
}
