import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { type BackgroundJobs, backgroundJobs } from '../background-jobs.ts';
import { formatOf, type Site } from '../site.ts';
import { type ImportOutcome, type ImportProgress, importChecklist } from './import-checklist.ts';
import { type ImportDetails, type ImportJob, importJobPage } from './import-job-page.ts';
import { importPage, type Refused } from './import-page.ts';
import { receiveChecklist } from './receive-checklist.ts';
import { within } from './within.ts';

type Jobs = BackgroundJobs<ImportDetails, ImportProgress, ImportOutcome>;
type Desk = { site: Site; jobs: Jobs };
type Address = { job: string };

/** A small file is mostly read by then and answered straight; any other gets a page that tells how far it is. In bytes and ms. */
const small = { size: 512 * 1024, time: 2_000 };

/** A checklist is brought in as a file. */
export function importRoutes(site: Site): Router {
  const onFailure = (error: unknown) => site.log.error({ err: error }, 'a checklist could not be brought in');
  const desk: Desk = { site, jobs: backgroundJobs({ now: site.now, onFailure }) };
  return Router()
    .get('/import-checklist', (_req, res) => site.sendPage(res, importPage(undefined, formatOf(site, res))))
    .post('/import-checklist', (req, res) => bringIn(desk, req, res))
    .get('/import-checklist/:job', (req, res) => show(desk, req, res))
    .post('/import-checklist/:job/cancel', (req, res) => cancel(desk, req, res));
}

async function bringIn({ site, jobs }: Desk, req: Request, res: Response): Promise<void> {
  const file = await receiveChecklist(req, res).catch(tooLarge);
  if (file === 'too-large') return refuse(site, res, { file: '', problem: { name: 'too-large' }, status: 413 });
  if (!file) return refuse(site, res, { file: '', problem: { name: 'none' } });
  const started = jobs.start({
    id: site.newId(),
    details: { fileName: file.name },
    first: { step: 'reading', share: 0 },
    work: watch => importChecklist(site, file, watch),
  });
  if (!started) throw new AppError('documents-busy');
  const { job, settled } = started;
  if (file.bytes.length <= small.size) await within(small.time, settled);
  if (job.state.name === 'working') return res.redirect(303, `/import-checklist/${job.id}`);
  showOutcome(site, res, job);
}

function tooLarge(error: unknown): 'too-large' {
  if (error instanceof AppError && error.code === 'too-large') return error.code;
  throw error;
}

function show({ site, jobs }: Desk, req: Request<Address>, res: Response): void {
  const job = jobs.find(req.params.job);
  if (job) return showOutcome(site, res, job);
  // Nobody remembers those that have made room: it was one as far as its address tells.
  if (!z.uuid().safeParse(req.params.job).success) throw new AppError('not-found');
  refuse(site, res, { file: '', problem: { name: 'gone' }, status: 410 });
}

/** What is being stored is stored: a draft that came of something cancelled would be a surprise. */
function cancel({ jobs }: Desk, req: Request<Address>, res: Response): void {
  const { job: id } = req.params;
  const state = jobs.find(id)?.state;
  if (state?.name === 'working' && state.progress.step !== 'storing') jobs.cancel(id);
  res.redirect(303, `/import-checklist/${encodeURIComponent(id)}`);
}

function showOutcome(site: Site, res: Response, job: ImportJob): void {
  const { state } = job;
  if (state.name !== 'ready')
    return site.sendPage(res, importJobPage(job, formatOf(site, res)), state.name === 'failed' ? 500 : 200);
  if ('refused' in state.result) return refuse(site, res, state.result.refused);
  res.redirect(303, `/checklist-drafts/${state.result.draft}?saved=1`);
}

function refuse(site: Site, res: Response, refused: Refused): void {
  site.sendPage(res, importPage(refused, formatOf(site, res)), refused.status ?? 422);
}
