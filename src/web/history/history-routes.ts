import { Router } from 'express';
import { formatOf, type Site } from '../site.ts';
import { historyPage } from './history-page.ts';
import { openItem } from './open-area.ts';

/** Who changed one item, when and what. */
export function historyRoutes(site: Site): Router {
  return Router().get('/assessments/:id/items/:item/history', async (req, res) => {
    const opened = await openItem(site, req.params);
    const changes = await site.assessments.changes(req.params.id);
    site.sendPage(res, historyPage({ ...opened, changes }, formatOf(site, res)));
  });
}
