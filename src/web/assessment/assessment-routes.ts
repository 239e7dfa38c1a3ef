import { Router } from 'express';
import type { Site } from '../site.ts';
import { planRoutes } from '../workshop/planning/plan-routes.ts';
import { answerRoutes } from './answer-routes.ts';
import { areaRoutes } from './area-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { setupRoutes } from './setup-routes.ts';

/** Everything under `/assessments`. */
export function assessmentRoutes(site: Site): Router {
  return Router().use([
    setupRoutes(site),
    planRoutes(site),
    overviewRoutes(site),
    reportRoutes(site),
    areaRoutes(site),
    answerRoutes(site),
    historyRoutes(site),
  ]);
}
