import express, { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { issueSeats } from '#workshop/join.ts';
import { readFormFields } from '../../assessment/form-fields.ts';
import { openAssessment } from '../../assessment/open-assessment.ts';
import { departmentName } from '../../checklist/item-words.ts';
import { formatOf, type Site } from '../../site.ts';
import { enterAs } from '../enter-as.ts';
import { findJoinPlace } from '../join-place.ts';
import { newCode, newParticipant } from '../new-secrets.ts';
import { ballotsPage } from './ballots-page.ts';
import { posterPage } from './poster-page.ts';
import { mostSlips, preparePage, type TypedSlips } from './prepare-page.ts';
import { slipsPage } from './slips-page.ts';

type Address = { id: string };

const leads = ['facilitator', 'co-facilitator'] as const;
const form = express.urlencoded({ extended: false, limit: '4kb' });

/** What is printed before people come. */
export function paperRoutes(site: Site): Router {
  return Router()
    .get('/workshops/:id/prepare', (req, res) =>
      showPrepare(site, req, res, { typed: { count: '30', department: '' }, error: null }),
    )
    .get('/workshops/:id/poster', async (req, res) => {
      const { room } = await enterAs(site, req, res, leads);
      const { workshop } = room;
      site.sendPage(res, posterPage(workshop, findJoinPlace(site, workshop), formatOf(site, res)));
    })
    .get('/workshops/:id/ballots', async (req, res) => {
      const { room } = await enterAs(site, req, res, leads);
      const open = await openAssessment(site, room.workshop.assessment);
      site.sendPage(res, ballotsPage(room.workshop, open, formatOf(site, res)));
    })
    .post('/workshops/:id/slips', form, (req, res) => issue(site, req, res));
}

type Prepared = { typed: TypedSlips; error: string | null };

async function showPrepare(
  site: Site,
  req: Request<Address>,
  res: Response,
  { typed, error }: Prepared,
): Promise<void> {
  const { room, caller } = await enterAs(site, req, res, leads);
  const { workshop } = room;
  const open = await openAssessment(site, workshop.assessment);
  const isAdministrator = caller.kind === 'administrator';
  const joinPlace = findJoinPlace(site, workshop);
  const page = preparePage({ workshop, open, joinPlace, typed, error, isAdministrator }, formatOf(site, res));
  site.sendPage(res, page, error === null ? 200 : 422);
}

async function issue(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { room } = await enterAs(site, req, res, leads);
  const { workshop } = room;
  if (workshop.state === 'closed') throw new AppError('workshop-over');
  const format = formatOf(site, res);
  const fields = readFormFields(req.body);
  const typed = { count: fields.get('count') ?? '', department: fields.get('department') ?? '' };
  const codes = newCodes(typed.count);
  if (!codes) {
    const error = format.t('papers.slips.error', { most: mostSlips, typed: typed.count.trim().slice(0, 20) });
    return showPrepare(site, req, res, { typed, error });
  }
  const department = typed.department === '' ? null : typed.department;
  const slips = codes.map(code => ({ participant: newParticipant(), code, department }));
  const done = await site.workshops.commitSeats(workshop.id, present =>
    issueSeats(present, slips, site.now().toISOString()),
  );
  if ('refused' in done) {
    const word = done.refused === 'unknown-department' ? 'papers.slips.error.department' : 'papers.slips.error.full';
    return showPrepare(site, req, res, { typed, error: format.t(word) });
  }
  const { checklist } = await openAssessment(site, workshop.assessment);
  const name = departmentName(department ?? undefined, checklist, format);
  const joinPlace = findJoinPlace(site, workshop);
  site.sendPage(res, slipsPage({ workshop, joinPlace, codes, department: name }, format), 201);
}

/** Undefined for what is no number of slips; full-width digits come from Chinese keyboards. */
function newCodes(typed: string): string[] | undefined {
  const count = Number(typed.normalize('NFKC').trim() || Number.NaN);
  if (!Number.isInteger(count) || count < 1 || count > mostSlips) return undefined;
  const codes = new Set<string>();
  while (codes.size < count) codes.add(newCode());
  return [...codes];
}
