import express, { type Request, type Response, Router } from 'express';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { type FormFields, readFormFields } from '../assessment/form-fields.ts';
import { contentDisposition } from '../content-disposition.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { beginNextVersion } from './next-version.ts';
import { openDraft } from './open-draft.ts';
import { faultsOfId, startDraft, type TypedStart } from './start-draft.ts';
import { startPage } from './start-page.ts';

const form = express.urlencoded({ extended: false, limit: '20kb' });

/** How a draft begins and how a checklist leaves: empty or copied, taken along as a file. */
export function startDraftRoutes(site: Site): Router {
  return Router()
    .get('/new-checklist', (req, res) => showStart(site, req, res))
    .post('/new-checklist', form, (req, res) => start(site, req, res))
    .post('/checklists/:id/edit', form, (req, res) => editAgain(site, req, res))
    .get('/checklist-drafts/:draft/file/:format', (req, res) => {
      send(site, res, { checklist: openDraft(site, req.params.draft).checklist, format: req.params.format });
    })
    .get('/checklists/:id/:version/file/:format', (req, res) => {
      const found = site.checklists.find(req.params.id, req.params.version);
      if (!found) throw new AppError('not-found');
      send(site, res, { checklist: found.checklist, format: req.params.format });
    });
}

function send(site: Site, res: Response, { checklist, format }: { checklist: Checklist; format: string }): void {
  if (format !== 'yaml' && format !== 'json') throw new AppError('not-found');
  const name = `${checklist.id}-${checklist.version}.${format}`;
  res
    .type(format === 'json' ? 'application/json' : 'application/yaml')
    .setHeader('Content-Disposition', contentDisposition(name, name));
  res.send(site.checklistDocuments[format](checklist));
}

function showStart(site: Site, req: Request, res: Response): void {
  const format = formatOf(site, res);
  const from = typeof req.query.from === 'string' ? req.query.from : '';
  const source = sourceOf(site, from);
  const title = source ? format.t('editor.copy-of', { title: source.title.zh }) : '';
  const typed = { from: source ? from : '', 'title.zh': title, 'title.en': '', id: '' };
  site.sendPage(res, startPage({ versions: versionsOf(site), typed, faults: [] }, format));
}

async function start(site: Site, req: Request, res: Response): Promise<void> {
  const typed = typedStart(readFormFields(req.body));
  const source = sourceOf(site, typed.from);
  const started = startDraft(typed, source, usedIds(site));
  const missing = typed.from !== '' && !source ? [fault(['from'], '没有这一版检查表', 'there is no such version')] : [];
  const faults = [...missing, ...(started.ok ? [] : started.faults)];
  if (!started.ok || faults.length > 0) return again(faults);
  const draft = await site.drafts.create(started.value, stampOf(site));
  if (draft === 'exists' || draft === 'taken') return again(faultsOfId(started.value.id, [started.value.id]));
  res.redirect(303, `/checklist-drafts/${draft.id}`);

  function again(found: typeof faults): void {
    site.sendPage(res, startPage({ versions: versionsOf(site), typed, faults: found }, formatOf(site, res)), 422);
  }
}

async function editAgain(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  if (!(await beginNextVersion(site, id))) throw new AppError('not-found');
  res.redirect(303, `/checklist-drafts/${openDraft(site, id).id}`);
}

function typedStart(fields: FormFields): TypedStart {
  const [from = '', zh = '', en = '', id = ''] = ['from', 'title.zh', 'title.en', 'id'].map(name => fields.get(name));
  return { from, 'title.zh': zh, 'title.en': en, id };
}

function sourceOf({ checklists }: Site, from: string): Checklist | undefined {
  const [id = '', version = ''] = from.split('/');
  return checklists.versions(id).find(({ pin }) => pin.version === version)?.checklist;
}

function versionsOf({ checklists }: Site) {
  return checklists.list().flatMap(({ pin }) => checklists.versions(pin.id));
}

function usedIds({ checklists, drafts }: Site): string[] {
  return [...checklists.list().map(({ pin }) => pin.id), ...drafts.list().map(({ id }) => id)];
}
