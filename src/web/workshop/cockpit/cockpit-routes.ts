import express, { type Request, type Response, Router } from 'express';
import { findItem } from '#checklist/checklist-lookups.ts';
import { AppError } from '#shared/app-error.ts';
import { readFormFields } from '../../assessment/form-fields.ts';
import { openAssessment } from '../../assessment/open-assessment.ts';
import { notStored } from '../../middleware/not-stored.ts';
import { formatOf, type Site } from '../../site.ts';
import { askedItem } from '../asked-item.ts';
import { actorOf } from '../caller.ts';
import { enterAs } from '../enter-as.ts';
import { enterWorkshop } from '../enter-workshop.ts';
import { openRoom } from '../open-room.ts';
import { runCommand } from '../run-command.ts';
import { sendQuestion } from '../take-part.ts';
import { cockpitPath } from './cockpit-path.ts';
import { readCommandForm } from './command-form.ts';
import { notAdopted } from './not-adopted.ts';
import { type Attempt, refusalOf } from './refusal.ts';
import { type CockpitRole, showCockpit } from './show-cockpit.ts';

type Address = { id: string };

/** Room for every evidence field of a record. */
const form = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 10_000 });

const leads = ['facilitator', 'co-facilitator'] as const;
const scribes = ['scribe', 'facilitator', 'co-facilitator'] as const;

/** The cockpit and the scribe's page: every command is a form that works without scripts. */
export function cockpitRoutes(site: Site): Router {
  return Router()
    .use('/workshops/:id', notStored)
    .get('/workshops/:id', async (req, res) => {
      const { room, caller, role } = await enterAs(site, req, res, [...leads, 'scribe', 'projector']);
      const own = { scribe: '/scribe', projector: '/screen' };
      if (role === 'scribe' || role === 'projector')
        return res.redirect(303, `/workshops/${req.params.id}${own[role]}`);
      const amended = amendedOf(req);
      await showCockpit(site, res, { room, role, isAdministrator: caller.kind === 'administrator', amended });
    })
    .get('/workshops/:id/scribe', async (req, res) => {
      const { room, caller } = await enterAs(site, req, res, scribes);
      const isAdministrator = caller.kind === 'administrator';
      await showCockpit(site, res, { room, role: 'scribe', isAdministrator, amended: amendedOf(req) });
    })
    .post('/workshops/:id/commands', form, (req, res) => command(site, req, res))
    .post('/workshops/:id/questions', form, (req, res) => ask(site, req, res))
    .post('/workshops/:id/adopt', form, (req, res) => adopt(site, req, res));
}

async function command(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { room, caller } = await enterWorkshop(site, req, res);
  const role = cockpitRoleOf(actorOf(caller).role);
  const fields = readFormFields(req.body);
  const { workshop } = room;
  const { checklist, assessment } = await openAssessment(site, workshop.assessment);
  // An amendment names its item, which may be off the table long since.
  const named = fields.get('command') === 'amend' ? fields.get('item') : undefined;
  const itemId = named ?? workshop.current;
  const item = itemId === null ? undefined : findItem(checklist, itemId);
  const { body, record } = readCommandForm(fields, { item, agenda: workshop.agenda, assessment });
  const outcome = await runCommand(site, { id: workshop.id, actorFor: name => actorOf(caller, name), input: body });
  if (outcome.kind === 'done') return res.redirect(303, cockpitPath(workshop.id, role));
  const attempt: Attempt = { outcome, record, asked: { body, checklist } };
  const refusal = refusalOf(attempt, formatOf(site, res));
  const isAdministrator = caller.kind === 'administrator';
  const present = await openRoom(site, workshop.id);
  await showCockpit(site, res, { room: present, role, isAdministrator, amended: named, ...refusal });
}

/** A question for later that somebody said aloud. */
async function ask(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { caller, room } = await enterWorkshop(site, req, res);
  const role = cockpitRoleOf(actorOf(caller).role);
  const text = readFormFields(req.body).get('text') ?? '';
  const outcome = await sendQuestion(site, { id: room.workshop.id, input: { text } });
  if (outcome.kind === 'faulty') throw new AppError('faulty-input', outcome.faults);
  if (outcome.kind === 'refused') throw new AppError('not-now');
  res.redirect(303, cockpitPath(room.workshop.id, role));
}

/** Whether an opinion replaces an answer that was there is for those who may change the assessment. */
async function adopt(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { caller, room } = await enterWorkshop(site, req, res);
  if (caller.kind !== 'administrator') throw new AppError('wrong-role');
  const { workshop } = room;
  const item = readFormFields(req.body).get('item') ?? '';
  const outcome = await site.opinions.adopt(workshop.id, item);
  if (outcome === 'applied') return res.redirect(303, cockpitPath(workshop.id, 'facilitator'));
  const open = await openAssessment(site, workshop.assessment);
  const refused = notAdopted({ outcome, asked: askedItem(workshop, open, item), item }, formatOf(site, res));
  const present = await openRoom(site, workshop.id);
  await showCockpit(site, res, { room: present, role: 'facilitator', isAdministrator: true, status: 409, refused });
}

/** Throws AppError `wrong-role` for whoever gives no commands. */
function cockpitRoleOf(role: ReturnType<typeof actorOf>['role']): CockpitRole {
  if (role === 'facilitator' || role === 'co-facilitator' || role === 'scribe') return role;
  throw new AppError('wrong-role');
}

/** Of the address: the item whose record is to be amended. */
function amendedOf({ query }: Request): string | undefined {
  return typeof query.amend === 'string' ? query.amend : undefined;
}
