import express, { type Request, type Response, Router } from 'express';
import { addAction } from '#assessment/change-action.ts';
import { AppError } from '#shared/app-error.ts';
import { readFormFields } from '../assessment/form-fields.ts';
import { contentDisposition } from '../content-disposition.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { actionRoutes } from './action-routes.ts';
import { actionsPage } from './actions-page.ts';
import { actionsQuerySchema } from './actions-query.ts';
import { actionsTable } from './actions-table.ts';
import { carryOffers } from './carry-offers.ts';
import { carryOver } from './carry-over.ts';
import { openPlan } from './open-plan.ts';
import { suggestedContent } from './suggestion-view.ts';

const form = express.urlencoded({ extended: false, limit: '200kb' });

/** The plan of an assessment. */
export function actionsRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/actions', (req, res) => show(site, req, res))
    .get('/assessments/:id/actions.csv', (req, res) => sendCsv(site, req.params.id, res))
    .post('/assessments/:id/actions/adopt', form, (req, res) => adopt(site, req, res))
    .post('/assessments/:id/actions/carry', form, (req, res) => carry(site, req, res))
    .use(actionRoutes(site));
}

async function show(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const format = formatOf(site, res);
  const opened = await openPlan(site, req.params.id);
  const offers = await carryOffers(site, opened.open, format);
  site.sendPage(res, actionsPage({ opened, query: actionsQuerySchema.parse(req.query), offers }, format));
}

async function sendCsv(site: Site, id: string, res: Response): Promise<void> {
  const format = formatOf(site, res);
  const opened = await openPlan(site, id);
  const { city, period, referenceDate } = opened.open.assessment.setup;
  const name = format.t('actions.file-name', { city, period });
  res.setHeader('Content-Disposition', contentDisposition(`${name}.csv`, `actions-${referenceDate}.csv`));
  res.type('text/csv; charset=utf-8').send(site.exports.tableCsv(actionsTable(opened, format)));
}

/** A suggestion that is gone has been adopted meanwhile, or its item was answered anew: the plan shows it. */
async function adopt(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const fields = readFormFields(req.body);
  const format = formatOf(site, res);
  const { open, plan } = await openPlan(site, req.params.id);
  const suggestion = plan.suggestions.find(
    ({ item, kind }) => item.id === fields.get('item') && kind === fields.get('kind'),
  );
  const id = site.newId();
  if (suggestion) {
    const content = suggestedContent(suggestion, open.checklist, format);
    const done = await site.assessments.commit(req.params.id, assessment =>
      addAction(assessment, open.checklist, { id, content, ...stampOf(site) }),
    );
    if ('refused' in done && done.refused.reason === 'faulty') throw new AppError('faulty-input', done.refused.faults);
  }
  res.redirect(303, `/assessments/${req.params.id}/actions${suggestion ? `#action-${id}` : ''}`);
}

async function carry(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  await carryOver(site, req.params.id, readFormFields(req.body).get('from') ?? '');
  res.redirect(303, `/assessments/${req.params.id}/actions`);
}
