import express, { type Request, type Response, Router } from 'express';
import { findRecord } from '#assessment/record-answer.ts';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { areaPage } from './area-page.ts';
import { readFormFields } from './form-fields.ts';
import { openItem } from './open-area.ts';
import { saveAnswer } from './save-answer.ts';
import { type SentAnswer, sentAnswerOf, statusOf } from './sent-answer.ts';
import { decidingItem, readSentFields } from './sent-fields.ts';

const form = express.urlencoded({ extended: false, limit: '6mb', parameterLimit: 50_000 });

type Address = { id: string; item: string };

/** One item, for the page's own script: the answer is the form narrowed to the item, with its new revision as ETag. */
export function answerRoutes(site: Site): Router {
  return Router().post('/assessments/:id/items/:item', form, (req, res) => saveItem(site, req, res));
}

async function saveItem(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { open, item } = await openItem(site, req.params);
  const sentForm = readFormFields(req.body);
  const fields = readSentFields(sentForm, item);
  if (!fields) throw new AppError('revision-missing');
  if ((decidingItem(sentForm) ?? item.id) !== item.id) throw new AppError('malformed');
  const format = formatOf(site, res);
  const outcome = await saveAnswer(site, { open, item, sent: fields, format });
  const shown = sentAnswerOf(outcome, { item, checklist: open.checklist, fields }, format);
  const opened = await openItem(site, req.params);
  const sent = new Map<string, SentAnswer>(shown ? [[item.id, shown]] : []);
  const rev = findRecord(opened.open.assessment, item.id)?.rev ?? 0;
  res.setHeader('ETag', `"${rev}"`);
  const replaced = outcome.kind === 'joined' || (outcome.kind === 'unchanged' && fields.rev !== rev);
  const page = areaPage({ ...opened, sent, only: item.id, replaced, uploads: site.uploads }, format);
  site.sendPage(res, page, statusOf([...sent.values()]));
}
