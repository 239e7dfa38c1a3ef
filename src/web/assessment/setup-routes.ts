import express, { type Request, type Response, Router } from 'express';
import type { Assessment, Setup } from '#assessment/assessment.ts';
import { changeSetup } from '#assessment/change-assessment.ts';
import { checkSetup } from '#assessment/check-setup.ts';
import { createAssessment } from '#assessment/create-assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import { AppError } from '#shared/app-error.ts';
import type { Checked } from '#shared/fault.ts';
import { formatOf, type Site, stampOf, todayOf } from '../site.ts';
import { checkOrigin, originsFor, originsOf } from '../suggestions/origins.ts';
import { assessmentBar } from './assessment-bar.ts';
import { openAssessment } from './open-assessment.ts';
import { markOf, readTypedSetup, setupOfTyped, type TypedSetup, typedOfSetup } from './setup-form.ts';
import { type SetupPage, setupPage } from './setup-page.ts';

const form = express.urlencoded({ extended: false, limit: '200kb' });

export function setupRoutes(site: Site): Router {
  return Router()
    .get('/assessments/new', (req, res) => showNew(site, req, res))
    .post('/assessments', form, (req, res) => create(site, req, res))
    .get('/assessments/:id/setup', (req, res) => showSetup(site, req.params.id, res))
    .post('/assessments/:id/setup', form, (req, res) => change(site, req, res));
}

function showNew(site: Site, req: Request, res: Response): void {
  const format = formatOf(site, res);
  const { checklist } = chosenVersion(site, req.query.checklist);
  const today = todayOf(site);
  const typed: TypedSetup = {
    ...readTypedSetup({}, checklist),
    areas: checklist.areas.map(area => area.id),
    period: format.t('setup.period.suggested', { year: today.slice(0, 4) }),
    referenceDate: today,
  };
  site.sendPage(
    res,
    setupPage(
      { checklist, choices: choicesOf(site), origins: originsFor(site, checklist.id), ...untouched, typed },
      format,
    ),
  );
}

const untouched = { faults: [], action: '/assessments', bar: null, locked: false };

/** The newest version of each checklist of the program, and every version that the city published. */
function choicesOf({ checklists }: Site): Checklist[] {
  return checklists
    .list()
    .flatMap(newest => (checklists.isBuiltIn(newest.pin.id) ? [newest] : checklists.versions(newest.pin.id)))
    .map(({ checklist }) => checklist);
}

async function create(site: Site, req: Request, res: Response): Promise<void> {
  if (req.body === undefined) throw new AppError('malformed');
  const version = chosenVersion(site, req.body.checklist);
  const { checklist } = version;
  const typed = readTypedSetup(req.body, checklist);
  const setup = checkSetup(setupOfTyped(typed, checklist), checklist);
  const origin = setup.ok ? await checkOrigin(site, { id: typed.origin ?? '', setup: setup.value, checklist }) : setup;
  if (!setup.ok || !origin.ok) {
    const faults = origin.ok ? [] : origin.faults;
    const origins = originsFor(site, checklist.id);
    const page = { checklist, choices: choicesOf(site), ...untouched, typed, faults, origins };
    return site.sendPage(res, setupPage(page, formatOf(site, res)), 422);
  }
  await site.checklists.keep(version);
  const { assessment } = await site.assessments.create(
    createAssessment({
      id: site.newId(),
      checklist: version.pin,
      setup: setup.value,
      ...origin.value,
      ...stampOf(site),
    }),
  );
  res.redirect(303, `/assessments/${assessment.id}${assessment.origin === undefined ? '' : '/suggestions'}`);
}

async function showSetup(site: Site, id: string, res: Response): Promise<void> {
  const open = await openAssessment(site, id);
  const format = formatOf(site, res);
  const { assessment, wholeChecklist } = open;
  const page = setupPage(
    {
      checklist: wholeChecklist,
      typed: typedOfSetup(assessment, wholeChecklist),
      origins: originsOf(site, assessment),
      faults: [],
      action: `/assessments/${id}/setup`,
      bar: assessmentBar(open, 'setup', format),
      locked: assessment.state === 'final',
    },
    format,
  );
  site.sendPage(res, page);
}

async function change(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { wholeChecklist: checklist, assessment } = await openAssessment(site, req.params.id);
  if (req.body === undefined) throw new AppError('malformed');
  const typed = readTypedSetup(req.body, checklist);
  const setup = checkSetup(setupOfTyped(typed, checklist), checklist);
  const chosen = setup.ok ? await chosenOrigin(site, assessment, { typed, setup: setup.value }) : setup;
  if (!setup.ok || !chosen.ok)
    return showAgain(site, req.params.id, res, { typed, faults: chosen.ok ? [] : chosen.faults });
  const done = await site.assessments.commit(assessment.id, current =>
    current.state === 'open' &&
    (markOf(current) !== typed.seen || current.checklist.sha256 !== assessment.checklist.sha256)
      ? { refused: 'stale' }
      : changeSetup(current, { setup: setup.value, origin: chosen.value.origin }, stampOf(site)),
  );
  if ('refused' in done && done.refused === 'final') throw new AppError('final');
  if ('refused' in done && done.refused === 'stale') return showAgain(site, req.params.id, res, { typed, faults: [] });
  res.redirect(303, `/assessments/${assessment.id}`);
}

type Sent = { typed: TypedSetup; setup: Setup };

/** The one that stands is kept, whatever became of it; a form that has nothing to choose from changes nothing. */
async function chosenOrigin(
  site: Site,
  { id, origin: stored, checklist }: Assessment,
  { typed: { origin = stored ?? '' }, setup }: Sent,
): Promise<Checked<{ origin?: string }>> {
  return origin === stored
    ? { ok: true, value: { origin } }
    : checkOrigin(site, { id: origin, setup, checklist, self: id });
}

type NotSaved = Pick<SetupPage, 'typed' | 'faults'>;

/** With everything that was typed; without a fault of its own it met a newer set-up, which stands beside it. */
async function showAgain(site: Site, id: string, res: Response, { typed, faults }: NotSaved): Promise<void> {
  const open = await openAssessment(site, id);
  const { assessment, wholeChecklist: checklist } = open;
  const format = formatOf(site, res);
  const stored = typedOfSetup(assessment, checklist);
  const frame = {
    checklist,
    origins: originsOf(site, assessment),
    action: `/assessments/${id}/setup`,
    bar: assessmentBar(open, 'setup', format),
    locked: false,
  };
  const page: SetupPage =
    faults.length > 0
      ? { ...frame, typed, faults }
      : { ...frame, typed: { ...typed, seen: stored.seen }, faults, conflict: stored };
  site.sendPage(res, setupPage(page, format), faults.length > 0 ? 422 : 412);
}

/** The named checklist, as `id` or `id/version`; otherwise the first one. */
function chosenVersion({ checklists }: Site, named: unknown): PinnedVersion {
  const [id, number] = named === undefined ? [] : String(named).split('/');
  const found = id === undefined ? checklists.list() : checklists.versions(id);
  const version = number === undefined ? found[0] : found.find(({ pin }) => pin.version === number);
  if (!version) throw new AppError('not-found');
  return version;
}
