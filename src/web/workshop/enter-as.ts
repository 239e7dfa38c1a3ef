import type { Request, Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import type { KeyRole } from '#workshop/role.ts';
import type { Room } from '#workshop/room.ts';
import type { Site } from '../site.ts';
import type { Caller } from './caller.ts';
import { enterWorkshop } from './enter-workshop.ts';

export type EnteredAs = { room: Room; caller: Exclude<Caller, { kind: 'participant' }>; role: KeyRole };

/** Opens a page for the roles it is made for; the administrator is the first of them. Throws AppError `wrong-role` for the others. */
export async function enterAs(
  site: Site,
  req: Request<{ id: string }>,
  res: Response,
  roles: readonly [KeyRole, ...KeyRole[]],
): Promise<EnteredAs> {
  const { room, caller } = await enterWorkshop(site, req, res);
  if (caller.kind === 'participant') throw new AppError('wrong-role');
  if (caller.kind === 'administrator') return { room, caller: { ...caller, as: roles[0] }, role: roles[0] };
  if (!roles.includes(caller.role)) throw new AppError('wrong-role');
  return { room, caller, role: caller.role };
}
