import { type Response, Router } from 'express';
import { reportDocument } from '#report/report-document.ts';
import type { Format } from '../format.ts';
import { keepLatest } from '../keep-latest.ts';
import { languageOf } from '../language.ts';
import type { Page } from '../page.ts';
import { formatOf, type Site } from '../site.ts';
import { type OpenReport, openReport, reportOf } from './open-report.ts';
import { chartsOfPage } from './report-charts.ts';
import { reportFileName } from './report-file-name.ts';
import { reportPage } from './report-page.ts';
import { reportSummaryPage } from './report-summary-page.ts';

const keptPages = 30;

/** The report and its files; each is made from the newest state. */
export function reportRoutes(site: Site): Router {
  const pages = keepLatest<Page>(keptPages);
  return Router()
    .get('/assessments/:id/report', async (req, res) => {
      const opened = await openReport(site, req.params.id);
      const format = formatOf(site, res);
      const generatedAt = site.now().toISOString();
      // The page tells the minute in which it was made, so it is kept no longer than that.
      const key = [opened.stand, languageOf(res), format.minute(generatedAt)].join(' ');
      site.sendPage(
        res,
        pages(key, () => pageOf(opened, generatedAt, { site, format })),
      );
    })
    .get('/assessments/:id/report/summary', async (req, res) => {
      const report = reportOf(await openReport(site, req.params.id), site.now().toISOString());
      site.sendPage(res, reportSummaryPage(report, formatOf(site, res)));
    })
    .get('/assessments/:id/report.json', (req, res) => sendJson(site, req.params.id, res))
    .get('/assessments/:id/report.csv', (req, res) => sendCsv(site, req.params.id, res));
}

function pageOf(opened: OpenReport, generatedAt: string, { site, format }: { site: Site; format: Format }): Page {
  const report = reportOf(opened, generatedAt);
  const draw = (chart: string) => site.exports.charts.onPage(report, chart, format);
  return reportPage(opened.open, { report, charts: chartsOfPage(report, draw, format) }, format);
}

async function sendJson(site: Site, id: string, res: Response): Promise<void> {
  const report = reportOf(await openReport(site, id), site.now().toISOString());
  res.setHeader('Content-Disposition', reportFileName(report, 'json', formatOf(site, res)));
  res.type('json').send(`${JSON.stringify(reportDocument(report), null, 1)}\n`);
}

async function sendCsv(site: Site, id: string, res: Response): Promise<void> {
  const report = reportOf(await openReport(site, id), site.now().toISOString());
  const { language, t, minute } = formatOf(site, res);
  res.setHeader('Content-Disposition', reportFileName(report, 'csv', formatOf(site, res)));
  res.type('text/csv; charset=utf-8').send(site.exports.csv(report, { language, t, minute }));
}
