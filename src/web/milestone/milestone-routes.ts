import express, { type Request, type Response, Router } from 'express';
import { isNameTaken, keepMilestone } from '#assessment/keep-milestone.ts';
import type { MilestoneTexts } from '#assessment/milestone.ts';
import { milestoneFile } from '#report/milestone-document.ts';
import type { Report } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { reportFor } from '../assessment/open-report.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
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
  const taken = isNameTaken(assessment, texts.value.name) || (await keep(site, assessment.id, texts.value)) === 'taken';
  if (taken) return send(site, req, res, { typed, faults: ['taken'] });
  res.redirect(303, `/assessments/${assessment.id}/milestones`);
}

/**
 * The file first, then the change: a crash in between leaves a file that nothing names, never a milestone without a file. Where the
 * trail does not take it the file goes again.
 */
async function keep(site: Site, assessmentId: string, texts: MilestoneTexts): Promise<'kept' | 'taken'> {
  const report = await reportFor(site, assessmentId);
  const stamp = stampOf(site);
  const id = site.newId();
  const head = { id, ...texts, keptAt: stamp.at, by: stamp.by, program: site.programVersion };
  const { content, sha256, size } = milestoneFile(reportDocument(report), head);
  const address = { assessment: assessmentId, id };
  await site.milestones.keep(address, content);
  const entry = { id, ...texts, sha256, size, ...shownOf(report) };
  try {
    const done = await site.assessments.commit(assessmentId, assessment => keepMilestone(assessment, entry, stamp));
    if (!('refused' in done)) return 'kept';
  } catch (error) {
    await site.milestones.discard(address);
    throw error;
  }
  await site.milestones.discard(address);
  return 'taken';
}

function shownOf({ overall, result, trail }: Report) {
  if (!trail) throw new Error('a report of a stored assessment knows its trail');
  return { trail, claimed: overall.score, supported: overall.supported, grade: result.claimed.grade };
}

type Filled = { typed: TypedMilestone; faults: string[] };

async function send(site: Site, req: Address, res: Response, { typed, faults }: Filled): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const format = formatOf(site, res);
  const known: MilestoneFault[] = (['name', 'note', 'taken'] as const).filter(fault => faults.includes(fault));
  const page = await milestonesPage({ open, typed, faults: known, page: req.query.page }, site.milestones, format);
  site.sendPage(res, page, known.length > 0 ? 422 : 200);
}
