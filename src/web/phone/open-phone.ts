import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { AppError } from '#shared/app-error.ts';
import type { Room } from '#workshop/room.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { isUnsafeWithoutOrigin } from '../middleware/same-origin.ts';
import type { Site } from '../site.ts';
import { findCarriedSeat } from '../workshop/caller.ts';
import { openRoomByCode } from '../workshop/open-room.ts';
import { readCarried } from '../workshop/room-cookies.ts';
import { type PhoneRoom, phoneRoom } from './phone-room.ts';

/** The room as the phone that asks may see it; null for one without a seat. */
export async function openPhone(site: Site, req: Request, room: Room): Promise<PhoneRoom | null> {
  const seat = findCarriedSeat(req, room);
  if (!seat) return null;
  if (isUnsafeWithoutOrigin(req)) throw new AppError('foreign-origin');
  const { id, assessment } = room.workshop;
  site.live.noteSeen(id, seat.participant);
  const { seatCode = null } = readCarried(parseCookie(req.headers.cookie ?? ''));
  const open = await openAssessment(site, assessment);
  return phoneRoom({ room, seat, seatCode, open, isTroubled: site.live.isTroubled(id) });
}

/** For a form of somebody with a seat. Throws AppError `unknown-code` or `no-workshop-key`. */
export async function openSeatedPhone(site: Site, req: Request<{ code: string }>): Promise<PhoneRoom> {
  const phone = await openPhone(site, req, await openRoomByCode(site, req.params.code));
  if (!phone) throw new AppError('no-workshop-key');
  return phone;
}
