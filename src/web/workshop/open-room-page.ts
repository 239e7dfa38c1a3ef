import type { Room } from '#workshop/room.ts';
import { snapshotFor, type Viewer } from '#workshop/snapshot-for.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';
import { findJoinAgain, findJoinPlace } from './join-place.ts';
import type { RoomPage } from './room-page.ts';

type Screen = Exclude<Viewer, { role: 'participant' }>['role'];

/** A room as one of its screens sees it. Throws AppError `not-found` or `set-aside` where its assessment is gone or damaged. */
export async function openRoomPage(site: Site, room: Room, role: Screen): Promise<RoomPage> {
  const { workshop } = room;
  return {
    snapshot: snapshotFor({ role }, room),
    workshop,
    open: await openAssessment(site, workshop.assessment),
    joinPlace: findJoinPlace(site, workshop),
    joinAgain: findJoinAgain(site, workshop),
    isTroubled: site.live.isTroubled(workshop.id),
  };
}
