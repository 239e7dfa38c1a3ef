import { type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { checklistPage } from './checklist-page.ts';
import { checklistsPage, type ListedChecklists } from './checklists-page.ts';

export function checklistRoutes(site: Site): Router {
  function show(res: Response, id: string, version?: string): void {
    const found = site.checklists.find(id, version);
    if (!found) throw new AppError('not-found');
    site.sendPage(res, checklistPage(found.checklist, formatOf(site, res)));
  }

  return Router()
    .get('/checklists', (_req, res) => {
      site.sendPage(res, checklistsPage(listed(site), formatOf(site, res)));
    })
    .get('/checklists/:id', (req, res) => show(res, req.params.id))
    .get('/checklists/:id/:version', (req, res) => show(res, req.params.id, req.params.version));
}

function listed({ checklists, drafts }: Site): ListedChecklists {
  const newest = checklists.list();
  return {
    builtIn: newest.filter(({ pin }) => checklists.isBuiltIn(pin.id)),
    city: newest
      .filter(({ pin }) => !checklists.isBuiltIn(pin.id))
      .map(found => ({ ...found, versions: checklists.versions(found.pin.id).map(({ pin }) => pin.version) })),
    drafts: drafts.list(),
    unusable: checklists.unusable(),
  };
}
