import { type Request, type Response, Router } from 'express';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { newerVersion } from '../version/open-version.ts';
import type { Arrival } from './arrival-notice.ts';
import { checklistBallotsPage } from './ballots-page.ts';
import { checklistPage } from './checklist-page.ts';
import { checklistsPage, type ListedChecklists } from './checklists-page.ts';
import { searchPage } from './search-page.ts';

export function checklistRoutes(site: Site): Router {
  function checklistOf(id: string, version?: string): Checklist {
    const found = site.checklists.find(id, version);
    if (!found) throw new AppError('not-found');
    return found.checklist;
  }

  /** Searched where the address asks for it. */
  function show(req: Request, res: Response, checklist: Checklist): void {
    const { q } = req.query;
    const query = typeof q === 'string' ? q.trim() : '';
    const format = formatOf(site, res);
    const page = () => checklistPage(checklist, format, arrivalIn(site, checklist, req.query.note));
    site.sendPage(res, query === '' ? page() : searchPage(checklist, query, format));
  }

  return Router()
    .get('/checklists', (_req, res) => {
      site.sendPage(res, checklistsPage(listed(site), formatOf(site, res)));
    })
    .get('/checklists/:id', (req, res) => show(req, res, checklistOf(req.params.id)))
    .get('/checklists/:id/:version', (req, res) => show(req, res, checklistOf(req.params.id, req.params.version)))
    .get('/checklists/:id/:version/ballots', (req, res) => {
      const checklist = checklistOf(req.params.id, req.params.version);
      site.sendPage(res, checklistBallotsPage(checklist, formatOf(site, res)));
    });
}

/** As the editor leads here. */
function arrivalIn(site: Site, { id, version }: Checklist, note: unknown): Arrival | undefined {
  if (note === 'no-draft') return { kind: note };
  if (note !== 'published') return undefined;
  const movable = site.assessments
    .summaries()
    .filter(one => one.state === 'open' && one.checklist.id === id)
    .filter(one => newerVersion(site, one)?.pin.version === version);
  return { kind: note, movable };
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
