import { type Request, type Response, Router } from 'express';
import { type LineUp, lineUp } from '#report/line-up.ts';
import { AppError } from '#shared/app-error.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { contentDisposition } from '../content-disposition.ts';
import { statusOfCode } from '../error-pages.ts';
import { formatOf, type Site } from '../site.ts';
import { chooserPage } from './chooser-page.ts';
import { comparePage } from './compare-page.ts';
import { type CompareQuery, readCompareQuery } from './compare-query.ts';
import { byReferenceDate, type NotCompared, openCompared } from './open-compared.ts';

/** Two to five assessments side by side, and the choice of them. */
export function compareRoutes(site: Site): Router {
  return Router()
    .get('/compare', (req, res) => show(site, req, res))
    .get('/compare/trend.svg', async (req, res) => {
      const { svg } = await site.exports.trend();
      send(res, svg(await lineUpOf(site, req), formatOf(site, res)), 'svg');
    })
    .get('/compare/trend.png', async (req, res) => {
      const { png } = await site.exports.trend();
      send(res, await png(await lineUpOf(site, req), formatOf(site, res)), 'png');
    });
}

async function show(site: Site, req: Request, res: Response): Promise<void> {
  const query = readCompareQuery(req.query);
  if (req.query.choose !== undefined) return choose(site, { query: { ...query, faults: [] }, failed: [], req }, res);
  if (query.ids.length === 0 || query.faults.length > 0) return choose(site, { query, failed: [], req }, res);
  const { opened, failed } = await openCompared(site, query.ids);
  if (failed.length > 0) return choose(site, { query, failed, req }, res);
  const sorted = inOrder(opened, query);
  const format = formatOf(site, res);
  const { onPage } = await site.exports.trend();
  site.sendPage(
    res,
    comparePage(sorted, lined => onPage(lined, format), format),
  );
}

type Choice = { query: CompareQuery; failed: NotCompared[]; req: Request };

function choose(site: Site, { query, failed, req }: Choice, res: Response): void {
  const q = typeof req.query.q === 'string' ? req.query.q.trim().slice(0, 60) : '';
  const list = site.assessments.summaries();
  const page = chooserPage({ list, query, failed, q }, formatOf(site, res));
  const [first] = failed;
  site.sendPage(res, page, first ? statusOfCode(first.code) : query.faults.length > 0 ? 422 : 200);
}

/** Throws AppError: a picture has no place to say what is wrong. */
async function lineUpOf(site: Site, req: Request): Promise<LineUp> {
  const query = readCompareQuery(req.query);
  if (query.faults.length > 0) throw new AppError('faulty-input', query.faults);
  if (query.ids.length === 0) throw new AppError('not-found');
  const { opened, failed } = await openCompared(site, query.ids);
  if (failed[0]) throw new AppError(failed[0].code);
  return lineUp(inOrder(opened, query));
}

function inOrder(opened: OpenAssessment[], { isOrdered }: CompareQuery): OpenAssessment[] {
  return isOrdered ? opened : opened.toSorted(byReferenceDate);
}

/** Opened by itself a drawing is a document of this site: it may load and run nothing. */
function send(res: Response, drawn: string | Buffer, kind: 'svg' | 'png'): void {
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Content-Disposition', contentDisposition(`compare.${kind}`, `compare.${kind}`));
  res.type(kind === 'svg' ? 'image/svg+xml' : 'image/png').send(drawn);
}
