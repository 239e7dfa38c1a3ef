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
import { lensForm } from './lens-form.ts';
import { beginNextVersion } from './next-version.ts';
import { openDraft, openIfThere } from './open-draft.ts';
import { reorderedRows } from './ordered-rows.ts';
import type { PartForm } from './part-form.ts';
import { isStoredSo, partPage } from './part-page.ts';
import { sendLost } from './send-lost.ts';
import { faultsOfTyped, withTypedFaults } from './typed-faults.ts';
import { readTypedPart } from './typed-part.ts';

const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 20_000 });

type Params = Record<'draft' | 'part' | 'area' | 'item' | 'lens', string>;
type Where = Partial<Params> & { kind?: string | undefined };
/** Throws AppError `not-found` where the draft has no such part. */
type OpenForm = (draft: Draft, where: Where, format: Format) => PartForm;

/** The pages of the editor on which one part of a draft is written. */
export function partRoutes(site: Site): Router {
  const router = Router();
  const pages: [string, OpenForm][] = [
    ['/checklist-drafts/:draft/head/:part', headForm],
    ['/checklist-drafts/:draft/new-lens', lensForm],
    ['/checklist-drafts/:draft/lenses/:lens', lensForm],
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
  site.sendPage(res, partPage({ ...part, draft, action: part.action ?? req.path }, format));
}

/** What was typed is shown again with every refusal. */
async function save(site: Site, { req, res, open }: Exchange): Promise<void> {
  const format = formatOf(site, res);
  const fields = readFormFields(req.body);
  const where = { ...req.params, kind: fields.get('kind') };
  const lost = () => sendLost(site, { req, res, fields, open: (draft, place) => open(draft, place, format) });
  if (fields.get('next') === '1') await beginNextVersion(site, req.params.draft);
  const draft = site.drafts.find(req.params.draft);
  const part = draft && openIfThere(() => open(draft, where, format));
  if (!part) return lost();
  const typed = readTypedPart(reorderedRows(fields, part.sections) ?? fields, part.sections, part.names);
  const shown = { ...part, draft, action: part.action ?? req.path, typed, seen: fields.get('seen') ?? '' };
  const more = fields.get('more');
  if (more !== undefined || fields.has('row'))
    return site.sendPage(res, partPage({ ...shown, faults: [], advice: [], more }, format));
  const sent = { typed, seen: shown.seen, isConfirmed: fields.get('confirmed') === '1' };
  const faultsTyped = faultsOfTyped(typed, part.sections);
  const edit = ({ checklist }: Draft) => withTypedFaults(part.edit(checklist, sent), faultsTyped);
  const done = await site.drafts.commit(draft.id, edit, stampOf(site));
  if (!done) return lost();
  if (!('refused' in done)) return showSaved(res, done, part);
  const { refused } = done;
  const refusing = { ...shown, faults: [], advice: [] };
  // What somebody moved meanwhile is gone from where it stood, and stands elsewhere.
  if (refused.reason === 'stale' || refused.reason === 'gone') {
    const newest = openIfThere(() => openDraft(site, draft.id));
    const now = newest && openIfThere(() => open(newest, where, format));
    if (!now) return lost();
    if (isStoredSo(shown, now.typed)) return showSaved(res, newest, now);
    return site.sendPage(res, partPage({ ...refusing, seen: now.seen, conflict: now.typed }, format), 412);
  }
  const inUse = refused.reason === 'in-use' ? { ...refused, sent: 'save' as const } : undefined;
  const faults = refused.reason === 'faulty' ? refused.faults : [];
  site.sendPage(res, partPage({ ...refusing, faults, inUse }, format), 422);
}

function showSaved(res: Response, { id, checklist }: Pick<Draft, 'id' | 'checklist'>, { anchor }: PartForm): void {
  res.redirect(303, `/checklist-drafts/${id}?saved=1#${anchor(checklist)}`);
}

/** What is gone already is as somebody wanted it; `seen` tells that it was there. */
async function remove(site: Site, { req, res, open }: Exchange): Promise<void> {
  const format = formatOf(site, res);
  const draft = openDraft(site, req.params.draft);
  const fields: FormFields = readFormFields(req.body);
  const sent = { seen: fields.get('seen') ?? '', isConfirmed: fields.get('confirmed') === '1' };
  const part = openIfThere(() => open(draft, { ...req.params }, format));
  if (!part && sent.seen !== '') return res.redirect(303, `/checklist-drafts/${draft.id}?saved=1`);
  const removal = part?.removal;
  if (!removal) throw new AppError('not-found');
  const done = await site.drafts.commit(draft.id, current => removal(current.checklist, sent), stampOf(site));
  if (!done) throw new AppError('not-found');
  if (!('refused' in done) || done.refused.reason === 'gone')
    return res.redirect(303, `/checklist-drafts/${draft.id}?saved=1`);
  const page = { ...part, draft, action: removedFrom(req.path) };
  if (done.refused.reason === 'in-use') {
    const inUse = { ...done.refused, sent: 'remove' as const };
    return site.sendPage(res, partPage({ ...page, inUse }, format), 422);
  }
  const notRemoved = done.refused.reason === 'stale' ? format.t('editor.not-removed.changed') : part.remove?.hint;
  site.sendPage(res, partPage({ ...page, notRemoved }, format), 412);
}

/** The address of the page whose removal was asked for. */
function removedFrom(address: string): string {
  return address.replace(/\/remove$/, '');
}
