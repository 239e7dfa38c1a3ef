import { Router } from 'express';
import type { Site } from '../site.ts';
import { cockpitRoutes } from './cockpit/cockpit-routes.ts';
import { roleLinksRoutes } from './keys/role-links-routes.ts';
import { minutesRoutes } from './minutes/minutes-routes.ts';
import { paperRoutes } from './papers/paper-routes.ts';
import { screenRoutes } from './projector/screen-routes.ts';

/** The pages under `/workshops/:id`, for those with a key of the workshop or the start token. */
export function workshopRoutes(site: Site): Router {
  return Router().use([
    ...[cockpitRoutes(site), screenRoutes(site), minutesRoutes(site)],
    ...[paperRoutes(site), roleLinksRoutes(site)],
  ]);
}
