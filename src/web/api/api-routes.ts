import { Router } from 'express';
import { notStored } from '../middleware/not-stored.ts';
import type { Site } from '../site.ts';
import { actionsApi } from './actions-api.ts';
import { answersApi } from './answers-api.ts';
import { assessmentsApi } from './assessments-api.ts';
import { checklistDraftsApi } from './checklist-drafts-api.ts';
import { checklistsApi } from './checklists-api.ts';
import { compareApi } from './compare-api.ts';
import { evidenceApi } from './evidence-api.ts';
import { evidenceFileApi } from './evidence-file-api.ts';
import { importApi } from './import-api.ts';
import { jsonBody } from './json-body.ts';
import { packagesApi } from './packages-api.ts';
import { scoreApi } from './score-api.ts';
import { suggestionsApi } from './suggestions-api.ts';
import { versionApi } from './version-api.ts';
import { workshopsApi } from './workshops-api.ts';

/** `/api/v1`: the same rules and the same core functions as the pages. */
export function apiRoutes(site: Site): Router {
  const api = Router()
    .use(notStored)
    .get('/openapi.json', async (_req, res) => {
      res.json(await site.describeApi());
    })
    .use(scoreApi())
    .use(evidenceFileApi(site))
    .use(importApi(site))
    .use(packagesApi(site))
    .use(checklistDraftsApi(site))
    .use(jsonBody('1mb'))
    .use(checklistsApi(site))
    .use(assessmentsApi(site))
    .use(compareApi(site))
    .use(answersApi(site))
    .use(evidenceApi(site))
    .use(actionsApi(site))
    .use(suggestionsApi(site))
    .use(versionApi(site))
    .use(workshopsApi(site));
  return Router().use('/api/v1', api);
}
