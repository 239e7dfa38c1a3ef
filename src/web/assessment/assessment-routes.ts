import { Router } from 'express';
import { actionsRoutes } from '../actions/actions-routes.ts';
import { archiveRoutes } from '../archive/archive-routes.ts';
import { departmentRoutes } from '../departments/department-routes.ts';
import { documentRoutes } from '../documents/document-routes.ts';
import { documentPreparer } from '../documents/prepare-document.ts';
import { evidenceFileRoutes } from '../evidence/evidence-file-routes.ts';
import { evidenceRoutes } from '../evidence/evidence-routes.ts';
import { historyRoutes } from '../history/history-routes.ts';
import { importRoutes } from '../import/import-routes.ts';
import { plainQuery } from '../middleware/plain-query.ts';
import { milestoneRoutes } from '../milestone/milestone-routes.ts';
import { chartRoutes } from '../report/chart-routes.ts';
import { reportRoutes } from '../report/report-routes.ts';
import { workbookRoutes } from '../report/workbook-routes.ts';
import type { Site } from '../site.ts';
import { suggestionRoutes } from '../suggestions/suggestion-routes.ts';
import { versionRoutes } from '../version/version-routes.ts';
import { broughtRoutes } from '../workshop/minutes/brought-routes.ts';
import { planRoutes } from '../workshop/planning/plan-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import { areaRoutes } from './area-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { setupRoutes } from './setup-routes.ts';

/** Everything under `/assessments`. */
export function assessmentRoutes(site: Site): Router {
  const prepare = documentPreparer(site);
  return Router()
    .use('/assessments/:id', plainQuery)
    .use([
      setupRoutes(site),
      importRoutes(site),
      planRoutes(site),
      broughtRoutes(site),
      overviewRoutes(site),
      departmentRoutes(site),
      reportRoutes(site),
      workbookRoutes(site),
      archiveRoutes(site, prepare),
      documentRoutes(site, prepare),
      milestoneRoutes(site),
      versionRoutes(site),
      suggestionRoutes(site),
      chartRoutes(site),
      areaRoutes(site),
      answerRoutes(site),
      evidenceRoutes(site),
      evidenceFileRoutes(site),
      historyRoutes(site),
      actionsRoutes(site),
    ]);
}
