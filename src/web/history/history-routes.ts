import { type Request, type Response, Router } from 'express';
import { historyEntries } from '#assessment/history.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { contentDisposition } from '../content-disposition.ts';
import { formatOf, type Site } from '../site.ts';
import { findHash } from './find-hash.ts';
import { formerItems } from './former-items.ts';
import { filtered, historyPage } from './history-page.ts';
import { type HistoryQuery, readHistoryQuery } from './history-query.ts';
import { historyTable } from './history-table.ts';
import { itemHistoryPage } from './item-history-page.ts';
import { type OpenHistory, openHistory } from './open-history.ts';
import { openItemHistory } from './open-item-history.ts';

/** Who changed what and when: of the assessment, and of one item. */
export function historyRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/history', async (req, res) => {
      const { history, query } = await asked(site, req);
      const search = findHash(req.query.hash, history.entries);
      site.sendPage(res, historyPage({ history, query, search }, formatOf(site, res)));
    })
    .get('/assessments/:id/history.csv', (req, res) => sendCsv(site, req, res))
    .get('/assessments/:id/items/:item/history', async (req, res) => {
      site.sendPage(res, itemHistoryPage(await openItemHistory(site, req.params), req.query, formatOf(site, res)));
    });
}

async function asked(site: Site, req: Request<{ id: string }>): Promise<{ history: OpenHistory; query: HistoryQuery }> {
  const history = await openHistory(site, req.params.id);
  const people = new Set(history.entries.map(({ change }) => change.by));
  const former = new Set(formerItems(history).map(({ id }) => id));
  return { history, query: readHistoryQuery(req.query, { checklist: history.open.wholeChecklist, former, people }) };
}

/** A file cannot say beside a field what is wrong with it, so a filter that cannot be used is refused. */
async function sendCsv(site: Site, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { history, query } = await asked(site, req);
  const wrong = [...query.wrong].map(field => fault([field], '不能按这个值筛选', 'this value cannot be filtered by'));
  if (wrong.length > 0) throw new AppError('faulty-input', wrong);
  const { open, entries } = history;
  const format = formatOf(site, res);
  const { city, period, referenceDate } = open.assessment.setup;
  const name = format.t('changes.file-name', { city, period });
  const rows = await historyTable(historyEntries(entries, filtered(entries, query, format)), open, format);
  res.setHeader('Content-Disposition', contentDisposition(`${name}.csv`, `history-${referenceDate}.csv`));
  res.type('text/csv; charset=utf-8').send(site.exports.tableCsv(rows));
}
