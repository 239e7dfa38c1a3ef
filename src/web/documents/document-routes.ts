import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { languageOf } from '../language.ts';
import { type OpenReport, openReport, reportOf } from '../report/open-report.ts';
import { milestoneQuery } from '../report/report-charts.ts';
import { formatOf, type Site } from '../site.ts';
import { choiceOfForm, documentOffer } from './document-choice.ts';
import type { SentChoice } from './document-form.ts';
import { documentJobPage } from './document-job-page.ts';
import { type DocumentJob, type DocumentJobs, documentJobs, findDocumentJob } from './document-jobs.ts';
import { contentTypes, type DocumentKind, documentKinds } from './document-kinds.ts';
import { documentsPage } from './documents-page.ts';
import { fileChoice } from './file-choice.ts';
import type { PrepareDocument } from './prepare-document.ts';

type Address = { id: string };
type JobAddress = Address & { job: string };
/** What the routes share: jobs and drawings. */
type Desk = { site: Site; jobs: DocumentJobs; prepare: PrepareDocument };

const form = express.urlencoded({ extended: false, limit: '20kb' });

/** The report as PDF and DOCX: straight from its address, or as a job that can be watched and cancelled. */
export function documentRoutes(site: Site, prepare: PrepareDocument): Router {
  const onFailure = (error: unknown) => site.log.error({ err: error }, 'a document failed');
  const desk: Desk = { site, jobs: documentJobs({ now: site.now, onFailure }), prepare };
  const router = Router()
    .get('/assessments/:id/documents', (req, res) => showForm(desk, req, res))
    .post('/assessments/:id/documents', form, (req, res) => start(desk, req, res))
    .get('/assessments/:id/documents/:job', (req, res) => showJob(desk, req, res))
    .post('/assessments/:id/documents/:job/cancel', async (req, res) => {
      const job = await openJob(desk, req.params);
      desk.jobs.cancel(job.id);
      res.redirect(303, addressOf(job));
    })
    .get('/assessments/:id/documents/:job/file', (req, res) => sendJobFile(desk, req, res));
  for (const kind of documentKinds)
    router.get(`/assessments/:id/report.${kind}`, (req, res) => sendDocument(desk, kind, req, res));
  return router;
}

async function showForm({ site }: Desk, req: Request<Address>, res: Response): Promise<void> {
  const opened = await openReport(site, req.params.id, req.query.milestone);
  const page = { ...shownOf(opened, site), faults: [] };
  site.sendPage(res, documentsPage(opened.open, page, formatOf(site, res)));
}

function shownOf(opened: OpenReport, site: Site) {
  return { report: reportOf(opened, site.now().toISOString()), recomputed: opened.kept?.recomputed ?? 0 };
}

async function start({ site, jobs, prepare }: Desk, req: Request<Address>, res: Response): Promise<void> {
  if (req.body === undefined) throw new AppError('malformed');
  const opened = await openReport(site, req.params.id, req.query.milestone);
  const format = formatOf(site, res);
  const shown = shownOf(opened, site);
  const choice = choiceOfForm(req.body, languageOf(res));
  if (!choice.ok) {
    const page = { ...shown, sent: sentOf(req.body), faults: choice.faults };
    return site.sendPage(res, documentsPage(opened.open, page, format), 422);
  }
  const { kind } = choice.value;
  const { report } = shown;
  const { reports, ...document } = await prepare({ report, stand: opened.stand }, choice.value, kind);
  const started = jobs.start({
    id: site.newId(),
    details: { assessmentId: req.params.id, milestone: report.milestone, kind, document },
    first: { step: 'starting' },
    work: watch => site.exports.documents[kind].render(reports, watch),
  });
  if (!started) {
    const page = { ...shown, sent: sentOf(req.body), faults: [], notice: 'full' as const };
    return site.sendPage(res, documentsPage(opened.open, page, format), 429);
  }
  res.redirect(303, addressOf(started.job));
}

/** With its milestone: what has to be made again is then made of the same. */
function addressOf(job: DocumentJob): string {
  return `/assessments/${job.assessmentId}/documents/${job.id}${milestoneQuery(job)}`;
}

const textSchema = z.string().catch('');
const sentSchema = z.object({
  format: textSchema,
  language: textSchema,
  parts: z.union([z.string().transform(part => [part]), z.array(z.string())]).catch([]),
});

function sentOf(body: unknown): SentChoice {
  return sentSchema.parse(body);
}

async function showJob(desk: Desk, req: Request<JobAddress>, res: Response): Promise<void> {
  if (isGone(desk, req.params)) return sayGone(desk, req, res);
  const job = await openJob(desk, req.params);
  const open = await openAssessment(desk.site, req.params.id);
  desk.site.sendPage(res, documentJobPage(open, job, formatOf(desk.site, res)));
}

async function sendJobFile(desk: Desk, req: Request<JobAddress>, res: Response): Promise<void> {
  if (isGone(desk, req.params)) return sayGone(desk, req, res);
  const { kind, document, state } = await openJob(desk, req.params);
  if (state.name !== 'ready') throw new AppError('not-found');
  res.setHeader('Content-Disposition', document.disposition);
  res.type(contentTypes[kind]).send(state.result);
}

/** Made once and not kept any more, as far as its address tells: nobody remembers those that have made room. */
function isGone({ jobs }: Desk, { id, job }: JobAddress): boolean {
  return z.uuid().safeParse(job).success && !findDocumentJob(jobs, id, job);
}

/** With the form to make it again, of the same milestone. */
async function sayGone({ site }: Desk, req: Request<JobAddress>, res: Response): Promise<void> {
  const opened = await openReport(site, req.params.id, req.query.milestone);
  const page = { ...shownOf(opened, site), faults: [], notice: 'gone' as const };
  site.sendPage(res, documentsPage(opened.open, page, formatOf(site, res)), 410);
}

/** Throws AppError `not-found` also for a job of another assessment, or one that is too old. */
async function openJob({ site, jobs }: Desk, { id, job }: JobAddress): Promise<DocumentJob> {
  await openAssessment(site, id);
  const found = findDocumentJob(jobs, id, job);
  if (!found) throw new AppError('not-found');
  return found;
}

/** Whoever goes away meanwhile cancels it. */
async function sendDocument(desk: Desk, kind: DocumentKind, req: Request<Address>, res: Response): Promise<void> {
  const { site, prepare } = desk;
  const choice = fileChoice(req.query, documentOffer, res);
  const opened = await openReport(site, req.params.id, req.query.milestone);
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const report = reportOf(opened, site.now().toISOString());
  const { reports, disposition } = await prepare({ report, stand: opened.stand }, choice, kind);
  try {
    const file = await site.exports.documents[kind].render(reports, { signal: gone.signal });
    res.setHeader('Content-Disposition', disposition);
    res.type(contentTypes[kind]).send(file);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
