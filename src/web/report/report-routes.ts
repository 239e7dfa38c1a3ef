import { type Request, type Response, Router } from 'express';
import { reportDocument } from '#report/report-document.ts';
import { languageSchema } from '#shared/text.ts';
import type { ChartWriters } from '../app-dependencies.ts';
import { fileLanguages } from '../documents/document-kinds.ts';
import { fileChoice } from '../documents/file-choice.ts';
import type { Format } from '../format.ts';
import { keepLatest } from '../keep-latest.ts';
import { languageOf } from '../language.ts';
import { sendDamaged } from '../milestone/send-damaged.ts';
import type { Page } from '../page.ts';
import { formatOf, type Site } from '../site.ts';
import { type OpenReport, openReport, reportFor, reportOf } from './open-report.ts';
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
      const { milestone } = req.query;
      if (milestone !== undefined && (await sendDamaged(site, { id: req.params.id, milestone }, res))) return;
      const opened = await openReport(site, req.params.id, milestone);
      const format = formatOf(site, res);
      const generatedAt = site.now().toISOString();
      // The page tells the minute in which it was made, so it is kept no longer than that.
      const { onPage } = await site.exports.charts();
      const key = [opened.stand, languageOf(res), format.minute(generatedAt)].join(' ');
      site.sendPage(
        res,
        pages(key, () => pageOf(opened, generatedAt, { onPage, format })),
      );
    })
    .get('/assessments/:id/report/summary', async (req, res) => {
      const report = await reportFor(site, req.params.id, req.query.milestone);
      site.sendPage(res, reportSummaryPage(report, formatOf(site, res)));
    })
    .get('/assessments/:id/report.json', (req, res) => sendJson(site, req, res))
    .get('/assessments/:id/report.csv', (req, res) => sendCsv(site, req, res));
}

type Drawing = { onPage: ChartWriters['onPage']; format: Format };

function pageOf(opened: OpenReport, generatedAt: string, { onPage, format }: Drawing): Page {
  const report = reportOf(opened, generatedAt);
  const draw = (chart: string) => onPage(report, chart, format);
  return reportPage(
    opened.open,
    { report, charts: chartsOfPage(report, draw, format), recomputed: opened.kept?.recomputed ?? 0 },
    format,
  );
}

type ReportRequest = Request<{ id: string }>;

/** It holds both languages whichever is asked for. Of a milestone the file itself, laid out for reading: its hash does not depend on spaces. */
async function sendJson(site: Site, req: ReportRequest, res: Response): Promise<void> {
  fileChoice(req.query, { languages: fileLanguages, parts: [] }, res);
  const opened = await openReport(site, req.params.id, req.query.milestone);
  const report = reportOf(opened, site.now().toISOString());
  res.setHeader('Content-Disposition', reportFileName(report, 'json', formatOf(site, res)));
  res.type('json').send(`${JSON.stringify(opened.kept?.document ?? reportDocument(report), null, 1)}\n`);
}

/** A table has headings in one language only. */
async function sendCsv(site: Site, req: ReportRequest, res: Response): Promise<void> {
  const choice = fileChoice(req.query, { languages: languageSchema.options, parts: [] }, res);
  const report = await reportFor(site, req.params.id, req.query.milestone);
  const { language, t, minute } = site.formats[choice.language];
  res.setHeader('Content-Disposition', reportFileName(report, 'csv', formatOf(site, res)));
  res.type('text/csv; charset=utf-8').send(site.exports.csv(report, { language, t, minute }));
}
