import express, { Router } from 'express';
import { z } from 'zod';
import { changeState } from '#assessment/change-assessment.ts';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { originToOffer } from '../suggestions/origins.ts';
import { newerVersion } from '../version/open-version.ts';
import { findWorkshops } from '../workshop/find-workshops.ts';
import { openAssessment } from './open-assessment.ts';
import { overviewPage } from './overview-page.ts';

const stateSchema = z.object({ state: z.enum(['open', 'final']) });

export function overviewRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      const offers = {
        newer: newerVersion(site, open.assessment)?.pin.version,
        earlier: originToOffer(site, open.assessment),
      };
      const workshops = await findWorkshops(site, open.assessment.id);
      site.sendPage(res, overviewPage({ open, offers, workshops, now: site.now() }, formatOf(site, res)));
    })
    .post('/assessments/:id/state', express.urlencoded({ extended: false, limit: '4kb' }), async (req, res) => {
      const form = stateSchema.safeParse(req.body);
      if (!form.success) throw new AppError('malformed');
      const { id } = req.params;
      await site.assessments.commit(id, assessment => changeState(assessment, form.data.state, stampOf(site)));
      res.redirect(303, `/assessments/${id}`);
    });
}
