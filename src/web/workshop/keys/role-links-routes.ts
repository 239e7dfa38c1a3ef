import express, { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { readFormFields } from '../../assessment/form-fields.ts';
import { openAssessment } from '../../assessment/open-assessment.ts';
import { formatOf, type Site } from '../../site.ts';
import { actorOf } from '../caller.ts';
import { type EnteredAs, enterAs } from '../enter-as.ts';
import { openWorkshop } from '../open-room.ts';
import { staleWords } from '../stale-words.ts';
import { keyLink } from './key-link.ts';
import { type KeyOutcome, replaceKey } from './replace-key.ts';
import { type RoleLinks, roleLinksPage } from './role-links-page.ts';

type Address = { id: string };

/** The links of the roles: for the owner of the assessment and the facilitator. */
export function roleLinksRoutes(site: Site): Router {
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  return Router()
    .get('/workshops/:id/keys', async (req, res) => {
      await show(site, res, { entered: await enterAs(site, req, res, ['facilitator']), shown: {}, status: 200 });
    })
    .post('/workshops/:id/keys', form, (req, res) => replace(site, req, res));
}

async function replace(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const entered = await enterAs(site, req, res, ['facilitator']);
  const { id } = entered.room.workshop;
  const fields = readFormFields(req.body);
  const rev = fields.get('expectedRev') ?? '';
  const input = { role: fields.get('role'), expectedRev: /^\d{1,9}$/.test(rev) ? Number(rev) : rev };
  const outcome = await replaceKey(site, { id, actor: actorOf(entered.caller, 'issue-key'), input });
  const { status, ...shown } = answerTo(outcome, { site, req, res, id });
  await show(site, res, { entered, shown, status });
}

type Shown = Pick<RoleLinks, 'issued' | 'refused'>;

function answerTo(
  outcome: KeyOutcome,
  { site, req, res, id }: { site: Site; req: Request; res: Response; id: string },
): Shown & { status: number } {
  const format = formatOf(site, res);
  switch (outcome.kind) {
    case 'issued': {
      const { role, key } = outcome;
      return { status: 201, issued: { role, link: keyLink(site, req, { id, key }) } };
    }
    case 'faulty':
      // The form has nothing that could be mistyped.
      throw new AppError('faulty-input', outcome.faults);
    case 'stale':
      return { status: 409, refused: staleWords(outcome.last, format) };
    case 'illegal-step':
      return {
        status: 409,
        refused: { title: format.t('error.illegal-step.title'), text: format.t('role-links.closed') },
      };
  }
}

async function show(
  site: Site,
  res: Response,
  { entered, shown, status }: { entered: EnteredAs; shown: Shown; status: number },
): Promise<void> {
  const { caller, room } = entered;
  const workshop = await openWorkshop(site, room.workshop.id);
  const open = await openAssessment(site, workshop.assessment);
  const { role } = actorOf(caller, 'issue-key');
  const isAdministrator = caller.kind === 'administrator';
  site.sendPage(res, roleLinksPage({ workshop, open, role, isAdministrator, ...shown }, formatOf(site, res)), status);
}
