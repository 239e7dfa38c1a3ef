import type { Response } from 'express';
import type { KeyRole } from '#workshop/role.ts';
import type { Room } from '#workshop/room.ts';
import { formatOf, type Site } from '../../site.ts';
import { openRoomPage } from '../open-room-page.ts';
import { findAnswerBefore } from './answer-before.ts';
import { cockpitPage } from './cockpit-page.ts';
import type { Refusal } from './refusal.ts';

export type CockpitRole = Exclude<KeyRole, 'projector'>;

type Shown = {
  room: Room;
  role: CockpitRole;
  isAdministrator: boolean;
  amended?: string | undefined;
} & Partial<Refusal>;

/** Sends the cockpit, or the scribe's page, as it is now. */
export async function showCockpit(site: Site, res: Response, shown: Shown): Promise<void> {
  const { room, role, isAdministrator, amended, status = 200, refused, sent } = shown;
  const page = await openRoomPage(site, room, role);
  const { current } = room.workshop;
  const before = current === null ? undefined : await findAnswerBefore(site, page.open, current);
  const view = cockpitPage(
    { ...page, role, isAdministrator, before, refused, sent, amended, now: room.now },
    formatOf(site, res),
  );
  site.sendPage(res, view, status);
}
