import { AppError } from '#shared/app-error.ts';
import type { Room } from '#workshop/room.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { Site } from '../site.ts';
import { typedCode } from './typed-code.ts';

/** The workshop. Throws AppError `not-found` or `set-aside`. */
export async function openWorkshop({ workshops }: Pick<Site, 'workshops'>, id: string): Promise<Workshop> {
  const stored = await workshops.find(id);
  if (!stored) throw new AppError(workshops.setAside().some(aside => aside.id === id) ? 'set-aside' : 'not-found');
  return stored.workshop;
}

/** The workshop with its seats and connections at this moment. Throws AppError `not-found` or `set-aside`. */
export async function openRoom(site: Pick<Site, 'workshops' | 'live' | 'now'>, id: string): Promise<Room> {
  const workshop = await openWorkshop(site, id);
  const seats = await site.workshops.findSeats(id);
  return { workshop, seats, ...site.live.presenceIn(id), now: site.now().toISOString() };
}

/** By the code as somebody typed it. Throws AppError `unknown-code`, later than anything else. */
export async function openRoomByCode(site: Site, typed: unknown): Promise<Room> {
  const id = site.workshops.findIdByCode(typedCode(typed));
  if (id !== undefined) return openRoom(site, id);
  await site.delayGuess();
  throw new AppError('unknown-code');
}
