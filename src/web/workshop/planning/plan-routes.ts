import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { check, type Fault } from '#shared/fault.ts';
import { newWorkshopSchema } from '#workshop/create-workshop.ts';
import type { BroughtMinutes } from '#workshop/minutes-store.ts';
import type { KeyRole } from '#workshop/role.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { workshopIdSchema } from '#workshop/workshop.ts';
import { type OpenAssessment, openAssessment } from '../../assessment/open-assessment.ts';
import { formatOf, type Site } from '../../site.ts';
import { isHere } from '../find-minutes.ts';
import { keyLink } from '../keys/key-link.ts';
import { makeWorkshop } from '../make-workshop.ts';
import { changePlan } from './change-plan.ts';
import { checkPlan } from './check-plan.ts';
import { keysPage } from './keys-page.ts';
import { emptyPlan, readTypedPlan, type TypedPlan, usualMinutesByItem } from './plan-form.ts';
import { planKnowledge } from './plan-knowledge.ts';
import { planPage } from './plan-page.ts';
import { workshopsPage } from './workshops-page.ts';

type Address = { id: string };

/** Room for every item of a large checklist. */
const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 50_000 });

const pressedSchema = z.looseObject({ create: z.string().optional(), plan: z.string().optional() });

/** The workshops of an assessment, and planning another one; behind the start token. */
export function planRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/workshops', (req, res) => showAll(site, req, res))
    .get('/assessments/:id/workshops/new', (req, res) => showNew(site, req, res))
    .post('/assessments/:id/workshops/new', form, (req, res) => planOrCreate(site, req, res));
}

async function showAll(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const { workshops } = site;
  const page = workshopsPage(
    {
      open,
      brought: site.broughtMinutes.list(open.assessment.id).map(each => ({ ...each, isHere: isHeld(site, each) })),
      summaries: workshops.summaries().filter(({ assessment }) => assessment === open.assessment.id),
      setAside: workshops.setAside().filter(({ workshop }) => !workshop || workshop.assessment === open.assessment.id),
    },
    formatOf(site, res),
  );
  site.sendPage(res, page);
}

function isHeld({ workshops }: Site, brought: BroughtMinutes): boolean {
  return brought.state === 'whole' && isHere(workshops, brought.summary.id);
}

async function showNew(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  await show(site, res, { open, typed: emptyPlan(site.newId(), open.checklist), faults: [] });
}

async function planOrCreate(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const pressed = pressedSchema.safeParse(req.body);
  if (!pressed.success) throw new AppError('malformed');
  const typed = readTypedPlan(req.body, open.checklist);
  if (pressed.data.create !== undefined) return create(site, res, { open, typed });
  const known = planKnowledge(open, await earlierWorkshops(site, open));
  const { plan } = checkPlan(typed, open.assessment.id);
  const plan0 = { typed, usualMinutes: usualMinutesByItem(open.checklist) };
  const changed = changePlan(plan0, req.body, known, plan?.rest ?? []);
  await show(site, res, { open, typed: changed, faults: checkPlan(changed, open.assessment.id).faults });
}

type Shown = { open: OpenAssessment; typed: TypedPlan; faults: Fault[] };

async function show(site: Site, res: Response, { open, typed, faults }: Shown): Promise<void> {
  const checked = checkPlan(typed, open.assessment.id);
  const known = planKnowledge(open, await earlierWorkshops(site, open));
  const page = planPage({ open, typed, checked, known, faults }, formatOf(site, res));
  site.sendPage(res, page, faults.length > 0 ? 422 : 200);
}

/** A form that is sent twice leads to what was made the first time; its keys are not shown again. */
async function create(site: Site, res: Response, { open, typed }: Omit<Shown, 'faults'>): Promise<void> {
  const id = workshopIdSchema.safeParse(typed.id);
  if (!id.success) throw new AppError('malformed');
  if (await site.workshops.find(id.data)) return res.redirect(303, `/workshops/${id.data}`);
  const { body, faults } = checkPlan(typed, open.assessment.id);
  const checked = check(newWorkshopSchema, body);
  const all = [...faults, ...(checked.ok ? [] : checked.faults)];
  if (all.length > 0) return show(site, res, { open, typed, faults: all });
  const made = await makeWorkshop(site, body, id.data);
  if (!made.ok) return show(site, res, { open, typed, faults: made.faults });
  const { workshop, secrets } = made.value;
  const linkOf = (role: KeyRole) => keyLink(site, res.req, { id: workshop.id, key: secrets[role] });
  const page = keysPage({ workshop, open, linkOf }, formatOf(site, res));
  site.sendPage(res, page, 201);
}

/** Oldest first. */
async function earlierWorkshops({ workshops }: Site, { assessment }: OpenAssessment): Promise<Workshop[]> {
  const own = workshops.summaries().filter(summary => summary.assessment === assessment.id);
  const found = await Promise.all(own.map(({ id }) => workshops.find(id)));
  return found.flatMap(stored => stored?.workshop ?? []).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}
