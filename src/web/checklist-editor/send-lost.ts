import type { Request, Response } from 'express';
import type { Draft } from '#checklist/draft.ts';
import { AppError } from '#shared/app-error.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import { formatOf, type Site } from '../site.ts';
import { lostPage } from './lost-page.ts';
import { newestOfCity } from './next-version.ts';
import type { PartForm } from './part-form.ts';

/** Somebody published the draft, or threw it away, while this one was typing. */
type Lost = { req: Request<{ draft: string }>; res: Response; fields: FormFields; open: (draft: Draft) => PartForm };

export function sendLost(site: Site, { req, res, fields, open }: Lost): void {
  const { draft: id } = req.params;
  const published = newestOfCity(site, id);
  const part =
    published && openIfThere(open, { format: 'checklist-draft/1', id, rev: 1, by: '', at: '', checklist: published });
  const page = lostPage({ published, action: req.path, fields, part }, formatOf(site, res));
  site.sendPage(res, page, published ? 409 : 404);
}

function openIfThere(open: Lost['open'], draft: Draft): PartForm | undefined {
  try {
    return open(draft);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}
