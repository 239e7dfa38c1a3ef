import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ActionChange } from '#assessment/action-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import {
  type ActionRefusal,
  addAction,
  changeAction,
  findAction,
  noteAction,
  removeAction,
} from '#assessment/change-action.ts';
import { actionDocument, gainSchema, plannedActionDocument } from '#report/action-document.ts';
import { resultSchema } from '#report/result-schema.ts';
import { sumOfCosts } from '#scoring/action-cost.ts';
import { gainBetween, whatIf } from '#scoring/what-if.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import { fault } from '#shared/fault.ts';
import { carryOver } from '../actions/carry-over.ts';
import { openPlan } from '../actions/open-plan.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { expectedRevOf } from './expected-rev.ts';
import { bodyOf, parseBody } from './parse-body.ts';
import { sendStaleRevision } from './send-stale.ts';

/** `from`: another assessment of the same city. */
export const carryRequestSchema = z.strictObject({ from: z.string() });
export const whatIfRequestSchema = z.strictObject({ actions: z.array(z.string()).max(1_000) });

const { areas: _areas, lenses: _lenses, robustness: _robustness, ...claimed } = resultSchema.shape.claimed.shape;
const { areas: _others, lenses: _more, ...supported } = resultSchema.shape.supported.shape;
const overallSchema = z.strictObject({
  claimed: z.strictObject(claimed),
  supported: z.strictObject(supported),
  excludedShare: z.number(),
});

export const whatIfSchema = z.strictObject({
  now: overallSchema,
  planned: overallSchema,
  gain: gainSchema,
  /** In 万元; no upper bound where an action's band has none; `missing`: so many have no cost. */
  cost: z.strictObject({ from: z.number(), to: z.number().nullable(), missing: z.int() }),
});

type Address = { id: string; action: string };

/** The action plan. */
export function actionsApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/actions', async (req, res) => {
      const { plan } = await openPlan(site, req.params.id);
      res.json(plan.actions.map(plannedActionDocument));
    })
    .post('/assessments/:id/actions', async (req, res) => {
      const { checklist } = await openAssessment(site, req.params.id);
      const id = site.newId();
      const content = bodyOf(req);
      const decide: Decide = assessment => addAction(assessment, checklist, { id, content, ...stampOf(site) });
      await commit(site, { id: req.params.id, action: id }, res, { decide, status: 201 });
    })
    .post('/assessments/:id/actions/carry', async (req, res) => {
      const { id } = req.params;
      await openAssessment(site, id);
      const { from } = parseBody(req, carryRequestSchema);
      res.json({ carried: await carryOver(site, id, from) });
    })
    .get('/assessments/:id/actions/:action', async (req, res) => {
      const assessment = await addressed(site, req.params);
      sendAction(res, assessment, req.params.action);
    })
    .put('/assessments/:id/actions/:action', (req, res) => put(site, req, res))
    .delete('/assessments/:id/actions/:action', async (req, res) => {
      await addressed(site, req.params);
      const { action: id } = req.params;
      const expectedRev = expectedRevOf(req.headers['if-match']);
      const decide: Decide = assessment => removeAction(assessment, { id, expectedRev, ...stampOf(site) });
      await commit(site, req.params, res, { decide, status: 204 });
    })
    .post('/assessments/:id/actions/:action/notes', async (req, res) => {
      await addressed(site, req.params);
      const { action: id } = req.params;
      const note = bodyOf(req);
      const decide: Decide = assessment => noteAction(assessment, { id, note, ...stampOf(site) });
      await commit(site, req.params, res, { decide, status: 200 });
    })
    .post('/assessments/:id/what-if', (req, res) => answerWhatIf(site, req, res));
}

/** Throws AppError `not-found` or `set-aside`. */
async function addressed(site: Site, { id, action }: Address): Promise<Assessment> {
  const { assessment } = await openAssessment(site, id);
  if (!findAction(assessment, action)) throw new AppError('not-found');
  return assessment;
}

async function put(site: Site, req: Request<Address>, res: Response): Promise<void> {
  await addressed(site, req.params);
  const { checklist } = await openAssessment(site, req.params.id);
  const { action: id } = req.params;
  const expectedRev = expectedRevOf(req.headers['if-match']);
  const content = bodyOf(req);
  const decide: Decide = assessment =>
    changeAction(assessment, checklist, { id, expectedRev, content, ...stampOf(site) });
  await commit(site, req.params, res, { decide, status: 200 });
}

async function answerWhatIf(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { plan } = await openPlan(site, req.params.id);
  const { actions: ids } = parseBody(req, whatIfRequestSchema);
  const known = new Map(plan.actions.map(({ action }) => [action.id, action.content]));
  const unknown = ids.flatMap((id, index) =>
    known.has(id) ? [] : [fault(['actions', index], '没有这条整改措施', 'there is no such action')],
  );
  if (unknown.length > 0) throw new AppError('faulty-input', unknown);
  const chosen = [...new Set(ids)].flatMap(id => known.get(id) ?? []);
  const planned = whatIf(plan.base, chosen);
  res.json({
    ...{ now: plan.now, planned, gain: gainBetween(plan.now, planned) },
    cost: sumOfCosts(chosen.map(({ cost }) => cost)),
  });
}

type Decide = (assessment: Assessment) => Decision<ActionChange, ActionRefusal>;

async function commit(
  site: Site,
  { id, action }: Address,
  res: Response,
  { decide, status }: { decide: Decide; status: 200 | 201 | 204 },
): Promise<void> {
  const done = await site.assessments.commit(id, decide);
  if ('refused' in done && done.refused.reason !== 'unchanged') return refuse(site, res, done.refused);
  if (status === 204) return void res.status(204).end();
  if (status === 201) res.location(`/api/v1/assessments/${id}/actions/${action}`);
  const { assessment } = await openAssessment(site, id);
  sendAction(res.status(status), assessment, action);
}

function sendAction(res: Response, assessment: Assessment, id: string): void {
  const action = findAction(assessment, id);
  if (!action) throw new AppError('not-found');
  res.setHeader('ETag', `"${action.rev}"`).json(actionDocument(action));
}

function refuse(site: Site, res: Response, refusal: Exclude<ActionRefusal, { reason: 'unchanged' }>): void {
  switch (refusal.reason) {
    case 'not-found':
      throw new AppError('not-found');
    case 'faulty':
      throw new AppError('faulty-input', refusal.faults);
    case 'duplicate':
      throw new AppError('faulty-input', [
        fault(['measure'], '已有内容相同的整改措施', 'there is an action that says the same already'),
      ]);
    case 'stale':
      return sendStaleRevision(site, res, { mark: refusal.current.rev, current: actionDocument(refusal.current) });
  }
}
