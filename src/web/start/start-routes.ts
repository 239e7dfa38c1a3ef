import { Router } from 'express';
import { z } from 'zod';
import { openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { startPage } from './start-page.ts';

const querySchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: z.string().trim().max(60).catch(''),
});

export function startRoutes(site: Site): Router {
  return Router().get('/', async (req, res) => {
    const query = querySchema.parse(req.query);
    const summaries = site.assessments.summaries();
    const newest = summaries[0];
    const open = newest && query.q === '' && query.page === 1 ? await openAssessment(site, newest.id) : null;
    const aside = { setAside: site.assessments.setAside(), workshopsSetAside: site.workshops.setAside() };
    site.sendPage(res, startPage({ list: summaries, ...aside, open, query, now: site.now() }, formatOf(site, res)));
  });
}
