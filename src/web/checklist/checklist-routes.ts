import { type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { checklistPage } from './checklist-page.ts';
import { checklistsPage } from './checklists-page.ts';

export function checklistRoutes(site: Site): Router {
  function show(res: Response, id: string, version?: string): void {
    const found = site.checklists.find(id, version);
    if (!found) throw new AppError('not-found');
    site.sendPage(res, checklistPage(found.checklist, formatOf(site, res)));
  }

  return Router()
    .get('/checklists', (_req, res) => {
      const checklists = site.checklists.list().map(({ checklist }) => checklist);
      site.sendPage(res, checklistsPage(checklists, formatOf(site, res)));
    })
    .get('/checklists/:id', (req, res) => show(res, req.params.id))
    .get('/checklists/:id/:version', (req, res) => show(res, req.params.id, req.params.version));
}
