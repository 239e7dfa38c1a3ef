import { Router } from 'express';
import type { Site } from '../site.ts';
import { draftRoutes } from './draft-routes.ts';
import { importRoutes } from './import-routes.ts';
import { partRoutes } from './part-routes.ts';
import { startDraftRoutes } from './start-routes.ts';

/** Checklists that the city writes itself. */
export function checklistEditorRoutes(site: Site): Router {
  return Router().use(startDraftRoutes(site)).use(importRoutes(site)).use(draftRoutes(site)).use(partRoutes(site));
}
