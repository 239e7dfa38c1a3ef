import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { Draft } from '#checklist/draft.ts';
import { faultsOfDraft, type PublishRefusal, publishDraft } from '#checklist/publish-draft.ts';
import { AppError } from '#shared/app-error.ts';
import { readFormFields } from '../assessment/form-fields.ts';
import { checklistPage } from '../checklist/checklist-page.ts';
import { formatOf, type Site } from '../site.ts';
import { draftPage } from './draft-page.ts';
import { newestOfCity } from './next-version.ts';
import { openDraft } from './open-draft.ts';

const form = express.urlencoded({ extended: false, limit: '20kb' });
type Params = { draft: string };

/** A draft as a whole: looked at, published, thrown away. */
export function draftRoutes(site: Site): Router {
  return Router()
    .get('/checklist-drafts/:draft{/*part}', (req, res, next) => leadOn(site, { req, res, next }))
    .get('/checklist-drafts/:draft', (req, res) => {
      const draft = openDraft(site, req.params.draft);
      site.sendPage(res, draftPage({ ...standing(site, draft), saved: req.query.saved === '1' }, formatOf(site, res)));
    })
    .get('/checklist-drafts/:draft/preview', (req, res) => {
      const { checklist } = openDraft(site, req.params.draft);
      site.sendPage(res, checklistPage(checklist, formatOf(site, res), 'draft'));
    })
    .post('/checklist-drafts/:draft/publish', form, (req, res) => publish(site, req, res))
    .post('/checklist-drafts/:draft/discard', form, async (req, res) => {
      const { draft: id } = req.params;
      const rev = revOf(req.body);
      if (!(await site.drafts.discard(id, rev))) {
        if (site.drafts.find(id)) throw new AppError('stale-revision');
        // Gone already, by another press: the list says what is there. Without a revision nobody has seen a draft there.
        if (!(rev > 0)) throw new AppError('not-found');
      }
      res.redirect(303, '/checklists');
    });
}

type Passing = { req: Request<Params>; res: Response; next: NextFunction };

/** Whoever comes with the address of a draft that is gone is led to what was published. */
function leadOn(site: Site, { req, res, next }: Passing): void {
  const { draft: id } = req.params;
  const newest = site.drafts.find(id) ? undefined : newestOfCity(site, id);
  if (!newest) return next();
  res.redirect(303, `/checklists/${id}/${newest.version}?note=no-draft`);
}

function standing(site: Site, draft: Draft) {
  return { draft, newest: newestOfCity(site, draft.id), faults: faultsOfDraft(draft) };
}

async function publish(site: Site, req: Request<Params>, res: Response): Promise<void> {
  const id = req.params.draft;
  const version = (readFormFields(req.body).get('version') ?? '').normalize('NFKC').trim();
  const rev = revOf(req.body);
  const done = await site.drafts.publish(id, draft =>
    publishDraft(draft, { rev, version, newest: newestOfCity(site, id) }),
  );
  if (!done) return showPublished(site, res, { id, version });
  if (!('refused' in done)) return res.redirect(303, `/checklists/${id}/${version}?note=published`);
  const page = draftPage(
    { ...standing(site, openDraft(site, id)), refused: { refusal: done.refused, version } },
    formatOf(site, res),
  );
  site.sendPage(res, page, statusOf(done.refused));
}

/** Published by another press or by somebody else: what came of it. */
function showPublished(site: Site, res: Response, { id, version }: { id: string; version: string }): void {
  const newest = newestOfCity(site, id);
  if (!newest) throw new AppError('not-found');
  const isThere = site.checklists.versions(id).some(({ pin }) => pin.version === version);
  res.redirect(303, `/checklists/${id}/${isThere ? version : newest.version}?note=published`);
}

function statusOf({ reason }: PublishRefusal): number {
  return reason === 'stale' ? 412 : 422;
}

function revOf(body: unknown): number {
  return Number(readFormFields(body).get('rev'));
}
