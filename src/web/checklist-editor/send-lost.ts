import type { Request, Response } from 'express';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import { formatOf, type Site } from '../site.ts';
import { lostPage } from './lost-page.ts';
import { newChecklist } from './new-checklist.ts';
import { newestOfCity } from './next-version.ts';
import { openIfThere } from './open-draft.ts';
import type { PartForm } from './part-form.ts';

type Where = Record<string, string | undefined>;
/** Somebody published the draft, or threw it or a part of it away, while this one was typing. */
type Lost = {
  req: Request<{ draft: string }>;
  res: Response;
  fields: FormFields;
  open: (draft: Draft, where: Where) => PartForm;
};

export function sendLost(site: Site, { req, res, fields, open }: Lost): void {
  const where: Where = { ...req.params, kind: fields.get('kind') };
  const { draft: id } = req.params;
  const there = site.drafts.find(id);
  if (there) return sendRemoved(site, { req, res, fields, open, draft: there });
  const published = newestOfCity(site, id);
  const draft: Draft = {
    ...{ format: 'checklist-draft/1', id, rev: 1, by: '', at: '' },
    checklist: published ?? standIn(id, where.area),
  };
  const place = published ? where : { ...where, item: undefined, lens: undefined };
  const part = openIfThere(() => open(draft, place));
  const fate = published ? { published } : 'discarded';
  site.sendPage(res, lostPage({ fate, action: req.path, fields, part }, formatOf(site, res)), published ? 409 : 404);
}

/** Where nothing is left of a draft, the forms of a new one still tell what the fields are called. */
function standIn(id: string, area = id): Checklist {
  const title = { zh: id };
  return { ...newChecklist(id, title), areas: [{ id: area, code: 'A', title, weight: 1, items: [] }] };
}

const newPages = { items: 'new-item', areas: 'new-area', lenses: 'new-lens' };

/** The draft is there and the part is not: its form is shown as that of a new one, so that it can be added again. */
function sendRemoved(site: Site, { req, res, fields, open, draft }: Lost & { draft: Draft }): void {
  const where: Where = { ...req.params, kind: fields.get('kind') };
  const list = (['items', 'areas', 'lenses'] as const).find(name => new RegExp(`/${name}/[^/]+$`).test(req.path));
  const own = { items: 'item', areas: 'area', lenses: 'lens' } as const;
  const part = list && openIfThere(() => open(draft, { ...where, [own[list]]: undefined }));
  const action = list ? req.path.replace(/[^/]+\/[^/]+$/, newPages[list]) : req.path;
  const page = lostPage({ fate: { removedFrom: draft.id }, action, fields, part }, formatOf(site, res));
  site.sendPage(res, page, 404);
}
