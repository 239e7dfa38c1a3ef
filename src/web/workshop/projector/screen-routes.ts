import { Router } from 'express';
import { formatOf, type Site } from '../../site.ts';
import { enterAs } from '../enter-as.ts';
import { openRoomPage } from '../open-room-page.ts';
import { screenPage } from './screen-page.ts';

/** The projector's page; whoever opens it sees what the room may see. */
export function screenRoutes(site: Site): Router {
  return Router().get('/workshops/:id/screen', async (req, res) => {
    const { room } = await enterAs(site, req, res, ['projector', 'facilitator', 'co-facilitator', 'scribe']);
    site.sendPage(res, screenPage(await openRoomPage(site, room, 'projector'), formatOf(site, res)));
  });
}
