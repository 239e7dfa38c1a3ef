import { Router } from 'express';
import { minutesOf } from '#workshop/minutes.ts';
import { openAssessment } from '../../assessment/open-assessment.ts';
import { formatOf, type Site } from '../../site.ts';
import { enterAs } from '../enter-as.ts';
import { minutesPage } from './minutes-page.ts';

export function minutesRoutes(site: Site): Router {
  return Router().get('/workshops/:id/minutes', async (req, res) => {
    const { room, caller } = await enterAs(site, req, res, ['facilitator', 'co-facilitator', 'scribe']);
    const open = await openAssessment(site, room.workshop.assessment);
    const isAdministrator = caller.kind === 'administrator';
    site.sendPage(res, minutesPage(minutesOf(room.workshop), { open, isAdministrator }, formatOf(site, res)));
  });
}
