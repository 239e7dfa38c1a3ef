import express, { type Request, type Response, Router } from 'express';
import { isNameTaken } from '#assessment/keep-milestone.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { keepFile } from './keep-file.ts';
import { milestoneOfTyped, readTypedMilestone, type TypedMilestone } from './milestone-form.ts';
import { type MilestoneFault, milestonesPage } from './milestones-page.ts';
import { suggestedName } from './suggested-name.ts';

const form = express.urlencoded({ extended: false, limit: '20kb' });

/** Keeping milestones, and the list of them. There is no way to change or delete one. */
export function milestoneRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/milestones', (req, res) => show(site, req, res))
    .post('/assessments/:id/milestones', form, (req, res) => create(site, req, res));
}

type Address = Request<{ id: string }>;

async function show(site: Site, req: Address, res: Response): Promise<void> {
  const { assessment } = await openAssessment(site, req.params.id);
  const typed = { name: suggestedName(assessment, formatOf(site, res)), note: '' };
  await send(site, req, res, { typed, faults: [] });
}

async function create(site: Site, req: Address, res: Response): Promise<void> {
  const { assessment } = await openAssessment(site, req.params.id);
  if (req.body === undefined) throw new AppError('malformed');
  const typed = readTypedMilestone(req.body);
  const texts = milestoneOfTyped(typed);
  if (!texts.ok) return send(site, req, res, { typed, faults: texts.faults.map(({ path }) => String(path[0])) });
  const taken =
    isNameTaken(assessment, texts.value.name) || (await keepFile(site, assessment.id, texts.value)) === 'taken';
  if (taken) return send(site, req, res, { typed, faults: ['taken'] });
  res.redirect(303, `/assessments/${assessment.id}/milestones`);
}

type Filled = { typed: TypedMilestone; faults: string[] };

async function send(site: Site, req: Address, res: Response, { typed, faults }: Filled): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const format = formatOf(site, res);
  const known: MilestoneFault[] = (['name', 'note', 'taken'] as const).filter(fault => faults.includes(fault));
  const page = await milestonesPage({ open, typed, faults: known, page: req.query.page }, site.milestones, format);
  site.sendPage(res, page, known.length > 0 ? 422 : 200);
}
