import { Router } from 'express';
import type { Site } from '../site.ts';
import { answerRoutes } from './answer-routes.ts';
import { areaRoutes } from './area-routes.ts';
import { evidenceFileRoutes } from './evidence-file-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { setupRoutes } from './setup-routes.ts';

/** Everything under `/assessments`. */
export function assessmentRoutes(site: Site): Router {
  return Router().use([
    setupRoutes(site),
    overviewRoutes(site),
    reportRoutes(site),
    areaRoutes(site),
    answerRoutes(site),
    evidenceRoutes(site),
    evidenceFileRoutes(site),
    historyRoutes(site),
  ]);
}
