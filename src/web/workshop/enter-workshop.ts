import type { Request, Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import type { Room } from '#workshop/room.ts';
import type { Site } from '../site.ts';
import { type Caller, findCaller } from './caller.ts';
import { openRoom } from './open-room.ts';

export type Entered = { room: Room; caller: Caller };

/**
 * For the pages and the API under `/workshops/:id`: whoever has a key of it, or the start token. Throws AppError `no-workshop-key`
 * before it tells a stranger whether there is such a workshop, then `not-found` or `set-aside`.
 */
export async function enterWorkshop(site: Site, req: Request<{ id: string }>, res: Response): Promise<Entered> {
  const credential = site.access.credentialOf(req);
  if (credential) res.locals.credential = credential;
  else if (req.headers.authorization === undefined && req.headers.cookie === undefined)
    throw new AppError('no-workshop-key');
  const room = await openRoom(site, req.params.id);
  return { room, caller: await findCaller(site, req, { room, door: 'everybody' }) };
}
