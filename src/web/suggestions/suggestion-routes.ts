import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { findRecord, recordAnswer } from '#assessment/record-answer.ts';
import { stateMark } from '#assessment/state-mark.ts';
import { type Suggestion, suggestAnswers } from '#report/suggest-answers.ts';
import { AppError } from '#shared/app-error.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { suggestionsPage } from './suggestions-page.ts';

const form = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 50_000 });
const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);
const sentSchema = z.looseObject({ seen: z.string(), item: many, only: z.string().optional() });
type Address = Request<{ id: string }>;

/** `origin` is undefined where the earlier assessment is gone or damaged. */
export type OpenSuggestions = { open: OpenAssessment; origin: OpenAssessment | undefined; suggestions: Suggestion[] };

/** What was refused when somebody confirmed, by item id; `stale`: the earlier assessment changed since it was shown. */
export type NotConfirmed = { stale: boolean; items: string[] };

/** Answers of an earlier assessment, to be confirmed one by one or an area at a time. */
export function suggestionRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/suggestions', async (req, res) => {
      site.sendPage(res, suggestionsPage(await openSuggestions(site, req.params.id), null, formatOf(site, res)));
    })
    .post('/assessments/:id/suggestions', form, (req, res) => confirm(site, req, res));
}

/** Throws AppError `not-found` for an assessment that was made without an earlier one. */
async function openSuggestions(site: Site, id: string): Promise<OpenSuggestions> {
  const open = await openAssessment(site, id);
  const { origin: originId } = open.assessment;
  if (originId === undefined) throw new AppError('not-found');
  const found = await site.assessments.find(originId);
  if (!found) return { open, origin: undefined, suggestions: [] };
  const origin = await openAssessment(site, originId);
  return { open, origin, suggestions: suggestAnswers(origin, open) };
}

async function confirm(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openSuggestions(site, req.params.id);
  const sent = sentSchema.safeParse(req.body);
  if (!sent.success) throw new AppError('malformed');
  const { open, origin, suggestions } = opened;
  if (open.assessment.state === 'final') throw new AppError('final');
  const { seen, only, item } = sent.data;
  const chosen = new Set(only === undefined ? item : [only]);
  const refused: string[] = [];
  const stale = !origin || stateMark(origin.assessment) !== seen;
  const wanted = stale ? [] : suggestions.filter(suggestion => chosen.has(suggestion.item.id));
  for (const suggestion of wanted) if (!(await record(site, opened, suggestion, res))) refused.push(suggestion.item.id);
  if (!stale && refused.length === 0) return res.redirect(303, req.path);
  const again = await openSuggestions(site, req.params.id);
  site.sendPage(res, suggestionsPage(again, { stale, items: refused }, formatOf(site, res)), 412);
}

/** Through the one way to record an answer; false where somebody answered meanwhile or it is not taken. */
async function record(
  site: Site,
  { open, origin }: OpenSuggestions,
  { item, answer }: Suggestion,
  res: Response,
): Promise<boolean> {
  const { assessment, checklist } = open;
  const expectedRev = findRecord(assessment, item.id)?.rev ?? 0;
  const why = formatOf(site, res).t('suggestion.why', { period: origin?.assessment.setup.period ?? '' });
  const done = await site.assessments.commit(assessment.id, current =>
    recordAnswer(current, checklist, { itemId: item.id, expectedRev, answer, why, ...stampOf(site) }),
  );
  return !('refused' in done);
}
