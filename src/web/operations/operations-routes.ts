import { Router } from 'express';
import type { Site } from '../site.ts';

/** Health for who runs the program: the stores are open and the checklists valid once the app exists at all. */
export function operationsRoutes({ checklists }: Site): Router {
  return Router()
    .get('/healthz', (_req, res) => {
      res.type('text/plain').send('ok');
    })
    .get('/readyz', (_req, res) => {
      res
        .status(checklists.list().length > 0 ? 200 : 503)
        .type('text/plain')
        .send(checklists.list().length > 0 ? 'ready' : 'no checklist');
    });
}
