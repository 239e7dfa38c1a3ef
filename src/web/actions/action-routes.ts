import express, { type Request, type Response, Router } from 'express';
import type { Action } from '#assessment/action.ts';
import {
  type ActionRefusal,
  addAction,
  changeAction,
  findAction,
  noteAction,
  removeAction,
} from '#assessment/change-action.ts';
import { AppError } from '#shared/app-error.ts';
import { type Fault, faultInLanguage } from '#shared/fault.ts';
import { readFormFields } from '../assessment/form-fields.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { formatOf, type Site, stampOf, todayOf } from '../site.ts';
import { contentOfTyped, dayOf, readTypedAction, revOf, type TypedAction, typedOfContent } from './action-form.ts';
import { type ActionPage, actionPage, storedPage } from './action-page.ts';
import { planOfOpen } from './open-plan.ts';
import { suggestedContent } from './suggestion-view.ts';

const form = express.urlencoded({ extended: false, limit: '200kb' });

type Address = { id: string; action: string };

/** One action: planning, changing, removing it, and its progress. */
export function actionRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/actions/new', (req, res) => showNew(site, req, res))
    .post('/assessments/:id/actions', form, (req, res) => add(site, req, res))
    .get('/assessments/:id/actions/:action', async (req, res) => {
      const { open, action } = await openAction(site, req.params);
      send(site, res, storedPage(open, action, todayOf(site)));
    })
    .post('/assessments/:id/actions/:action', form, (req, res) => change(site, req, res))
    .post('/assessments/:id/actions/:action/notes', form, (req, res) => addNote(site, req, res))
    .post('/assessments/:id/actions/:action/remove', form, (req, res) => remove(site, req, res));
}

/** Throws AppError `not-found` or `set-aside`. */
async function openAction(site: Site, { id, action }: Address): Promise<{ open: OpenAssessment; action: Action }> {
  const open = await openAssessment(site, id);
  const found = findAction(open.assessment, action);
  if (!found) throw new AppError('not-found');
  return { open, action: found };
}

async function showNew(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const item = typeof req.query.item === 'string' ? req.query.item : '';
  const format = formatOf(site, res);
  const today = todayOf(site);
  const suggestion = planOfOpen(open, today).suggestions.find(
    one => one.item.id === item && one.kind === req.query.suggestion,
  );
  const typed = suggestion
    ? typedOfContent(suggestedContent(suggestion, open.checklist, format), 0)
    : startOf(item, open);
  send(site, res, { open, today, typed });
}

/** Who answers for the item is likely to act. */
function startOf(item: string, { checklist }: OpenAssessment): TypedAction {
  const known = checklist.areas.flatMap(area => area.items).find(({ id }) => id === item);
  return { ...readTypedAction({}), item, lead: known?.lead ?? '', support: known?.support ?? [], status: 'planned' };
}

async function add(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  if (req.body === undefined) throw new AppError('malformed');
  const typed = readTypedAction(req.body);
  const id = site.newId();
  const done = await site.assessments.commit(req.params.id, assessment =>
    addAction(assessment, open.checklist, { id, content: contentOfTyped(typed), ...stampOf(site) }),
  );
  if (!('refused' in done)) return toPlan(req.params.id, id, res);
  // Sent twice, it is there once.
  if (done.refused.reason === 'duplicate') return toPlan(req.params.id, done.refused.current.id, res);
  const faults = done.refused.reason === 'faulty' ? done.refused.faults : [];
  send(site, res, { open, today: todayOf(site), typed, faults }, 422);
}

async function change(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id, action } = req.params;
  const { checklist } = await openAssessment(site, id);
  if (req.body === undefined) throw new AppError('malformed');
  const typed = readTypedAction(req.body);
  const done = await site.assessments.commit(id, assessment =>
    changeAction(assessment, checklist, {
      ...{ id: action, expectedRev: revOf(typed), content: contentOfTyped(typed) },
      ...stampOf(site),
    }),
  );
  if (!('refused' in done) || done.refused.reason === 'unchanged') return toPlan(id, action, res);
  await refuse(site, req, res, { refusal: done.refused, typed });
}

type Refused = { refusal: ActionRefusal; typed: TypedAction };

/** With everything that was typed. What was removed meanwhile can be planned anew with it; what was changed meanwhile goes on from what is there now. */
async function refuse(site: Site, req: Request<Address>, res: Response, { refusal, typed }: Refused): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const today = todayOf(site);
  if (refusal.reason === 'not-found') {
    if (typed.measure === '') throw new AppError('not-found');
    return send(site, res, { open, today, typed, trouble: 'removed' }, 410);
  }
  const action = findAction(open.assessment, req.params.action);
  if (refusal.reason === 'faulty') return send(site, res, { open, today, action, typed, faults: refusal.faults }, 422);
  const rev = String(action?.rev ?? 0);
  send(site, res, { open, today, action, typed: { ...typed, rev }, trouble: 'stale' }, 412);
}

async function addNote(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id, action } = req.params;
  await openAction(site, req.params);
  const fields = readFormFields(req.body);
  const typed = { on: fields.get('on') ?? '', text: fields.get('text') ?? '' };
  const done = await site.assessments.commit(id, assessment =>
    noteAction(assessment, { id: action, note: { on: dayOf(typed.on) ?? '', text: typed.text }, ...stampOf(site) }),
  );
  if ('refused' in done && done.refused.reason === 'faulty') {
    const opened = await openAction(site, req.params);
    const error = noteError(done.refused.faults, typed, formatOf(site, res));
    const page = { ...storedPage(opened.open, opened.action, todayOf(site)), note: { ...typed, error } };
    return send(site, res, page, 422);
  }
  if ('refused' in done && done.refused.reason === 'not-found') throw new AppError('not-found');
  res.redirect(303, `/assessments/${id}/actions/${action}#progress`);
}

function noteError([first]: Fault[], { on, text }: { on: string; text: string }, { t, language }: Format): string {
  if (first?.path[0] === 'on') return t('actions.error.day', { typed: on });
  return text.trim() === '' || !first ? t('actions.error.note') : faultInLanguage(first, language).message;
}

async function remove(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id, action } = req.params;
  await openAction(site, req.params);
  const rev = readFormFields(req.body).get('rev') ?? '';
  const expectedRev = /^\d{1,9}$/.test(rev) ? Number(rev) : 0;
  const done = await site.assessments.commit(id, assessment =>
    removeAction(assessment, { id: action, expectedRev, ...stampOf(site) }),
  );
  if ('refused' in done && done.refused.reason === 'stale') {
    const opened = await openAction(site, req.params);
    const page = { ...storedPage(opened.open, opened.action, todayOf(site)), trouble: 'changed' as const };
    return send(site, res, page, 412);
  }
  res.redirect(303, `/assessments/${id}/actions`);
}

function toPlan(id: string, action: string, res: Response): void {
  res.redirect(303, `/assessments/${id}/actions#action-${action}`);
}

function send(site: Site, res: Response, page: ActionPage, status = 200): void {
  site.sendPage(res, actionPage(page, formatOf(site, res)), status);
}
