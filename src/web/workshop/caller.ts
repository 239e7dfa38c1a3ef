import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import type { Actor } from '#workshop/command-context.ts';
import { findKeyRole } from '#workshop/create-workshop.ts';
import { type KeyRole, keyRoles } from '#workshop/role.ts';
import type { Room } from '#workshop/room.ts';
import { findSeatByToken, type Seat } from '#workshop/seats.ts';
import type { Viewer } from '#workshop/snapshot-for.ts';
import type { CommandName } from '#workshop/workshop-command.ts';
import { isUnsafeWithoutOrigin } from '../middleware/same-origin.ts';
import type { Site } from '../site.ts';
import { readCarried } from './room-cookies.ts';

/** Who asks: somebody with a key or a seat of the workshop, or with the start token, who may be any role. */
export type Caller =
  | { kind: 'administrator'; as: KeyRole }
  | { kind: 'key'; role: KeyRole; keyHash: string }
  | { kind: 'participant'; seat: Seat };

/** Over plain HTTP only phones are let in; on the machine itself everybody. */
export type Door = 'everybody' | 'phones';

type Asked = { room: Room; door: Door };

const wantedSchema = z
  .enum([...keyRoles, 'participant'])
  .optional()
  .catch(undefined);

/**
 * A bearer secret counts alone; a browser may carry several cookies, and `?role=` says which it means. Otherwise its seat comes
 * first, then the most powerful: whoever opens the link of the wall beside the cockpit keeps the cockpit. Throws AppError `no-workshop-key`, for a wrong secret later than anything else; of a workshop that
 * is finished and has no seats any more `workshop-over`.
 */
export async function findCaller(site: Site, req: Request, asked: Asked): Promise<Caller> {
  const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const callers =
    bearer === undefined ? carriedCallers(site, req, asked) : bearerCallers(site, req, { ...asked, bearer });
  const wanted = wantedSchema.parse(req.query.role);
  const caller = callers.find(each => wanted === undefined || roleOf(each) === wanted);
  if (caller) return caller;
  const hasSecret = bearer !== undefined || readCarried(parseCookie(req.headers.cookie ?? '')).seat !== undefined;
  if (hasSecret && asked.room.workshop.state === 'closed') throw new AppError('workshop-over');
  if (bearer !== undefined) await site.delayGuess();
  throw new AppError('no-workshop-key');
}

/** As `findCaller`, undefined for nobody; for pages, which then ask for the way in. */
export function findCarriedSeat(req: Request, { seats }: Room): Seat | undefined {
  const { seat } = readCarried(parseCookie(req.headers.cookie ?? ''));
  return seats && seat !== undefined ? findSeatByToken(seats, seat) : undefined;
}

/** Also with one that is worth nothing any more. */
export function carriesSeat(req: Request): boolean {
  return readCarried(parseCookie(req.headers.cookie ?? '')).seat !== undefined;
}

export function viewerOf(caller: Caller): Viewer {
  if (caller.kind === 'participant') return { role: 'participant', seat: caller.seat };
  return caller.kind === 'key' ? { role: caller.role, keyHash: caller.keyHash } : { role: caller.as };
}

/** The administrator is the owner where only an owner may. */
export function actorOf(caller: Caller, command?: CommandName | 'issue-key'): Actor {
  if (caller.kind === 'participant') return { role: 'participant', by: 'participant' };
  if (caller.kind === 'key') return { role: caller.role, by: caller.role };
  return { role: command === 'reopen-workshop' || command === 'issue-key' ? 'owner' : caller.as, by: 'local' };
}

function roleOf(caller: Caller): KeyRole | 'participant' {
  return viewerOf(caller).role;
}

function bearerCallers(site: Site, req: Request, { room, door, bearer }: Asked & { bearer: string }): Caller[] {
  const seat = room.seats && findSeatByToken(room.seats, bearer);
  if (seat) return [{ kind: 'participant', seat }];
  if (door === 'phones') return [];
  const role = findKeyRole(room.workshop.keys, bearer);
  if (role) return [{ kind: 'key', role, keyHash: room.workshop.keys[role] }];
  return site.access.isToken(bearer) ? administrators(req) : [];
}

function carriedCallers(site: Site, req: Request, { room, door }: Asked): Caller[] {
  const carried = readCarried(parseCookie(req.headers.cookie ?? ''));
  const seat = room.seats && carried.seat !== undefined ? findSeatByToken(room.seats, carried.seat) : undefined;
  const participants: Caller[] = seat ? [{ kind: 'participant', seat }] : [];
  const callers =
    door === 'phones' ? participants : [...participants, ...startCallers(site, req), ...keyCallers(room, carried)];
  if (callers.length > 0 && isUnsafeWithoutOrigin(req)) throw new AppError('foreign-origin');
  return callers;
}

function keyCallers({ workshop }: Room, carried: ReturnType<typeof readCarried>): Caller[] {
  return keyRoles.flatMap(role => {
    const key = carried[role];
    return key !== undefined && findKeyRole(workshop.keys, key) === role
      ? [{ kind: 'key', role, keyHash: workshop.keys[role] }]
      : [];
  });
}

function startCallers({ access }: Site, req: Request): Caller[] {
  return access.credentialOf(req) ? administrators(req) : [];
}

/** Whoever started the program: the facilitator, or the role that is asked for. */
function administrators(req: Request): Caller[] {
  const wanted = wantedSchema.parse(req.query.role);
  const as = wanted === undefined || wanted === 'participant' ? 'facilitator' : wanted;
  return [{ kind: 'administrator', as }];
}
