import { z } from 'zod';
import { hashSecret } from './secrets.ts';

const participantSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const departmentSchema = z.string().nullable();

/** A seat that was handed out and not taken yet has no token. */
const seatSchema = z.strictObject({
  participant: participantSchema,
  tokenHash: z.string().nullable(),
  codeHash: z.string(),
  department: departmentSchema,
});
export type Seat = z.infer<typeof seatSchema>;

/**
 * Who sits in the room at one sitting: the only link between a phone's token, a department and the random id that votes are
 * kept under. A document of its own, because it is deleted when the workshop is finished, and with it that link.
 */
export const seatsSchema = z.strictObject({ id: z.string(), seats: z.record(z.string(), seatSchema) });
export type Seats = z.infer<typeof seatsSchema>;

const at = z.iso.datetime();

/** Everything that can happen to the seats of a sitting. */
export const seatsChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), at, id: z.string() }),
  z.strictObject({
    type: z.literal('joined'),
    at,
    participant: participantSchema,
    tokenHash: z.string(),
    codeHash: z.string(),
    department: departmentSchema,
  }),
  /** One-time slips. */
  z.strictObject({
    type: z.literal('issued'),
    at,
    seats: z
      .array(z.strictObject({ participant: participantSchema, codeHash: z.string(), department: departmentSchema }))
      .min(1),
  }),
  /** By the seat code: another phone, or the first use of a slip. The token of before is worth nothing any more. */
  z.strictObject({
    type: z.literal('claimed'),
    at,
    participant: participantSchema,
    tokenHash: z.string(),
    department: departmentSchema,
  }),
]);
export type SeatsChange = z.infer<typeof seatsChangeSchema>;

/** The fold that makes the seats out of their changes; never alters what it is given. */
export function applySeatsChange(seats: Seats | undefined, change: SeatsChange): Seats {
  if (change.type === 'opened') return { id: change.id, seats: {} };
  if (!seats) throw new Error(`the first change is "${change.type}", not "opened"`);
  return { ...seats, seats: { ...seats.seats, ...seatsOf(seats, change) } };
}

function seatsOf({ seats }: Seats, change: Exclude<SeatsChange, { type: 'opened' }>): Record<string, Seat> {
  switch (change.type) {
    case 'joined': {
      const { type: _type, at: _at, ...seat } = change;
      return { [seat.participant]: seat };
    }
    case 'issued':
      return Object.fromEntries(change.seats.map(seat => [seat.participant, { ...seat, tokenHash: null }]));
    case 'claimed': {
      const { participant, tokenHash, department } = change;
      const seat = seats[participant];
      if (!seat) throw new Error('a seat that is not there was claimed');
      return { [participant]: { ...seat, tokenHash, department } };
    }
  }
}

/** Seats never alter, so an index of them holds as long as they do. */
const indexes = new WeakMap<Seats, Map<string, Seat>>();

/** Undefined for a token that was revoked or never given. Asked with every request of every phone. */
export function findSeatByToken(seats: Seats, token: string): Seat | undefined {
  const index = indexes.get(seats) ?? indexByToken(seats);
  indexes.set(seats, index);
  return index.get(hashSecret(token));
}

function indexByToken({ seats }: Seats): Map<string, Seat> {
  return new Map(Object.values(seats).flatMap(seat => (seat.tokenHash === null ? [] : [[seat.tokenHash, seat]])));
}

/** The same seat as it is now. */
export function findSeat(seats: Seats | undefined, { participant }: Pick<Seat, 'participant'>): Seat | undefined {
  return seats && Object.hasOwn(seats.seats, participant) ? seats.seats[participant] : undefined;
}

export function findSeatByCode({ id, seats }: Seats, code: string): Seat | undefined {
  const wanted = hashSeatCode(id, code);
  return Object.values(seats).find(({ codeHash }) => codeHash === wanted);
}

/** Who has taken a seat. */
export function takenSeats(seats: Seats | undefined): Seat[] {
  return Object.values(seats?.seats ?? {}).filter(({ tokenHash }) => tokenHash !== null);
}

/** Salted with the sitting. A code is short: the hash keeps it from being read by accident, not from being searched for. */
export function hashSeatCode(seatsId: string, code: string): string {
  return hashSecret(`${seatsId}:${code}`);
}
