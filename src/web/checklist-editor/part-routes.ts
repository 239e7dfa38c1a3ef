import type { Request, Response } from 'express';
import express, { Router } from 'express';
import type { Draft } from '#checklist/draft.ts';
import { AppError } from '#shared/app-error.ts';
import { type FormFields, readFormFields } from '../assessment/form-fields.ts';
import type { Format } from '../format.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { areaForm } from './area-form.ts';
import { headForm } from './head-form.ts';
import { itemForm } from './item-form.ts';
import { beginNextVersion } from './next-version.ts';
import { openDraft } from './open-draft.ts';
import type { PartForm } from './part-form.ts';
import { partPage } from './part-page.ts';
import { sendLost } from './send-lost.ts';
import { readTypedPart } from './typed-part.ts';

const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 20_000 });

type Params = Record<'draft' | 'part' | 'area' | 'item', string>;
type Where = Partial<Params> & { kind?: string | undefined };
/** Throws AppError `not-found` where the draft has no such part. */
type OpenForm = (draft: Draft, where: Where, format: Format) => PartForm;

/** The pages of the editor on which one part of a draft is written. */
export function partRoutes(site: Site): Router {
  const router = Router();
  const pages: [string, OpenForm][] = [
    ['/checklist-drafts/:draft/head/:part', headForm],
    ['/checklist-drafts/:draft/new-area', areaForm],
    ['/checklist-drafts/:draft/areas/:area', areaForm],
    ['/checklist-drafts/:draft/areas/:area/new-item', itemForm],
    ['/checklist-drafts/:draft/areas/:area/items/:item', itemForm],
  ];
  for (const [address, open] of pages) {
    router.get<string, Params>(address, (req, res) => show(site, { req, res, open }));
    router.post<string, Params>(address, form, (req, res) => save(site, { req, res, open }));
    router.post<string, Params>(`${address}/remove`, form, (req, res) => remove(site, { req, res, open }));
  }
  return router;
}

type Exchange = { req: Request<Params>; res: Response; open: OpenForm };

function show(site: Site, { req, res, open }: Exchange): void {
  const format = formatOf(site, res);
  const draft = openDraft(site, req.params.draft);
  const kind = typeof req.query.kind === 'string' ? req.query.kind : undefined;
  const part = open(draft, { ...req.params, kind }, format);
  site.sendPage(res, partPage({ ...part, draft, action: req.path }, format));
}

/** What was typed is shown again with every refusal. */
async function save(site: Site, { req, res, open }: Exchange): Promise<void> {
  const format = formatOf(site, res);
  const fields = readFormFields(req.body);
  const where = { ...req.params, kind: fields.get('kind') };
  const lost = () => sendLost(site, { req, res, fields, open: draft => open(draft, where, format) });
  if (fields.get('next') === '1') await beginNextVersion(site, req.params.draft);
  const draft = site.drafts.find(req.params.draft);
  if (!draft) return lost();
  const part = open(draft, where, format);
  const typed = readTypedPart(fields, part.sections, part.names);
  const shown = { ...part, draft, action: req.path, typed, seen: fields.get('seen') ?? '' };
  const more = fields.get('more');
  if (more !== undefined) return site.sendPage(res, partPage({ ...shown, faults: [], more }, format));
  const edit = (current: Draft) => part.edit(current.checklist, { typed, seen: shown.seen });
  const done = await site.drafts.commit(draft.id, edit, stampOf(site));
  if (!done) return lost();
  if (!('refused' in done))
    return res.redirect(303, `/checklist-drafts/${draft.id}?saved=1#${part.anchor(done.checklist)}`);
  const { refused } = done;
  if (refused.reason === 'gone') throw new AppError('not-found');
  if (refused.reason === 'stale') {
    const now = open(openDraft(site, draft.id), where, format);
    const page = { ...shown, seen: now.seen, faults: [], advice: [], conflict: now.typed };
    return site.sendPage(res, partPage(page, format), 412);
  }
  const faults = refused.reason === 'faulty' ? refused.faults : [];
  site.sendPage(res, partPage({ ...shown, faults, advice: [] }, format), 422);
}

async function remove(site: Site, { req, res, open }: Exchange): Promise<void> {
  const draft = openDraft(site, req.params.draft);
  const fields: FormFields = readFormFields(req.body);
  const part = open(draft, { ...req.params }, formatOf(site, res));
  const removal = part.removal;
  if (!removal) throw new AppError('not-found');
  const seen = fields.get('seen') ?? '';
  const done = await site.drafts.commit(draft.id, current => removal(current.checklist, seen), stampOf(site));
  if (!done) throw new AppError('not-found');
  if (!('refused' in done)) return res.redirect(303, `/checklist-drafts/${draft.id}?saved=1`);
  if (done.refused.reason === 'gone') throw new AppError('not-found');
  throw new AppError('stale-revision');
}
