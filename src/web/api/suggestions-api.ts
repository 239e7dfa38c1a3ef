import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { assessmentDocument } from '#assessment/assessment-document.ts';
import { stateMark } from '#assessment/state-mark.ts';
import { findArea } from '#checklist/checklist-lookups.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { chooseOrigin } from '../suggestions/choose-origin.ts';
import { confirmSuggestions } from '../suggestions/confirm-suggestions.ts';
import { type OpenSuggestions, openSuggestions } from '../suggestions/open-suggestions.ts';
import { expectedMarkOf } from './expected-mark.ts';
import { acceptedValue, parseBody } from './parse-body.ts';
import { sendCurrent } from './send-current.ts';
import { sendStaleRevision } from './send-stale.ts';
import { suggestionsDocument } from './suggestions-document.ts';

/** `area`: those that nothing stands against; the others have to be named. */
export const confirmRequestSchema = z.union([
  z.strictObject({ items: z.array(z.string()).min(1).max(10_000) }),
  z.strictObject({ area: z.string() }),
]);

/** `null`: nothing is suggested any more. */
export const chosenOriginSchema = z.strictObject({ origin: z.string().min(1).nullable() });

export const confirmedSchema = z.strictObject({
  confirmed: z.array(z.string()).meta({ description: 'Items whose answer is what was suggested' }),
  notConfirmed: z.array(z.strictObject({ item: z.string(), reason: z.enum(['answered', 'faulty', 'not-suggested']) })),
});

type Address = Request<{ id: string }>;

/** Answers of an earlier assessment. The ETag is that of the earlier assessment: what is confirmed is what was read. */
export function suggestionsApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/suggestions', async (req, res) => {
      const opened = await openSuggestions(site, req.params.id);
      sendCurrent(tag(res, opened), suggestionsDocument(opened));
    })
    .put('/assessments/:id/origin', async (req, res) => {
      const { assessment } = await openAssessment(site, req.params.id);
      const { origin } = parseBody(req, chosenOriginSchema);
      res.json(assessmentDocument(acceptedValue(await chooseOrigin(site, assessment.id, origin ?? ''))));
    })
    .post('/assessments/:id/suggestions/confirm', (req, res) => confirm(site, req, res));
}

async function confirm(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openSuggestions(site, req.params.id);
  const mark = expectedMarkOf(req.headers['if-match']);
  const wanted = parseBody(req, confirmRequestSchema);
  const items = 'area' in wanted ? safeIn(opened, wanted.area) : wanted.items;
  if (opened.open.assessment.state === 'final') throw new AppError('final');
  if (markOf(opened) !== mark)
    return sendStaleRevision(site, res, { mark: markOf(opened), current: suggestionsDocument(opened) });
  tag(res, opened).json(await confirmSuggestions(site, opened, { items, format: formatOf(site, res) }));
}

/** Throws AppError `faulty-input`. */
function safeIn({ open, suggestions }: OpenSuggestions, areaId: string): string[] {
  if (!findArea(open.checklist, areaId))
    throw new AppError('faulty-input', [
      fault(['area'], '评价范围里没有这个任务领域', 'there is no such area in scope'),
    ]);
  return suggestions.filter(({ area, isSafe }) => area.id === areaId && isSafe).map(({ item }) => item.id);
}

function markOf({ origin }: OpenSuggestions): string | undefined {
  return origin && stateMark(origin.assessment);
}

function tag(res: Response, opened: OpenSuggestions): Response {
  const mark = markOf(opened);
  return mark === undefined ? res : res.setHeader('ETag', `"${mark}"`);
}
