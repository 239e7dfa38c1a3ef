import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { stateMark } from '#assessment/state-mark.ts';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { chooseOrigin } from './choose-origin.ts';
import { confirmSuggestions } from './confirm-suggestions.ts';
import { openSuggestions } from './open-suggestions.ts';
import { suggestionsPage } from './suggestions-page.ts';

const form = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 50_000 });
const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);
const sentSchema = z.looseObject({ seen: z.string(), item: many, only: z.string().optional() });
const chosenSchema = z.object({ origin: z.string() });
type Address = Request<{ id: string }>;

/** What was refused when somebody confirmed, by item id; `stale`: the earlier assessment changed since it was shown. */
export type Refused = { stale: boolean; items: string[] };

/** Answers of an earlier assessment, to be confirmed one by one or an area at a time. */
export function suggestionRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/suggestions', async (req, res) => {
      site.sendPage(res, suggestionsPage(await openSuggestions(site, req.params.id), null, formatOf(site, res)));
    })
    .post('/assessments/:id/suggestions', form, (req, res) => confirm(site, req, res))
    .post('/assessments/:id/origin', form, (req, res) => choose(site, req, res));
}

async function choose(site: Site, req: Address, res: Response): Promise<void> {
  const sent = chosenSchema.safeParse(req.body);
  if (!sent.success) throw new AppError('malformed');
  const chosen = await chooseOrigin(site, req.params.id, sent.data.origin);
  if (!chosen.ok) throw new AppError('faulty-input', chosen.faults);
  const { id, origin } = chosen.value;
  res.redirect(303, `/assessments/${id}${origin === undefined ? '' : '/suggestions'}`);
}

async function confirm(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openSuggestions(site, req.params.id);
  const { open, origin } = opened;
  const sent = sentSchema.safeParse(req.body);
  if (!sent.success) throw new AppError('malformed');
  if (open.assessment.state === 'final') throw new AppError('final');
  const { seen, only, item } = sent.data;
  const stale = !origin || stateMark(origin.assessment) !== seen;
  const items = only === undefined ? item : [only];
  const { notConfirmed } = stale
    ? { notConfirmed: [] }
    : await confirmSuggestions(site, opened, { items, format: formatOf(site, res) });
  const refused = notConfirmed.filter(({ reason }) => reason !== 'not-suggested').map(one => one.item);
  if (!stale && refused.length === 0) return res.redirect(303, req.path);
  const again = await openSuggestions(site, req.params.id);
  site.sendPage(res, suggestionsPage(again, { stale, items: refused }, formatOf(site, res)), 412);
}
