import { type Request, type Response, Router } from 'express';
import { buildReport, type Report } from '#report/report.ts';
import { AppError } from '#shared/app-error.ts';
import { contentDisposition } from '../content-disposition.ts';
import type { Format } from '../format.ts';
import { formatOf, type Site } from '../site.ts';
import { openAssessment } from './open-assessment.ts';
import { chartTitle } from './report-charts.ts';

type Address = { id: string; file: string };

/** Charts of the report as files that stand alone. */
export function chartRoutes(site: Site): Router {
  return Router().get('/assessments/:id/charts/:file', (req: Request<Address>, res) => sendChart(site, req, res));
}

async function sendChart(site: Site, { params }: Request<Address>, res: Response): Promise<void> {
  const [, chart = '', kind = ''] = /^(.+)\.(svg|png)$/.exec(params.file) ?? [];
  const { assessment, wholeChecklist } = await openAssessment(site, params.id);
  const report = buildReport(assessment, wholeChecklist, site.now().toISOString());
  const format = formatOf(site, res);
  const { charts } = site.exports;
  const drawn =
    kind === 'svg'
      ? charts.svg(report, chart, format)
      : kind === 'png'
        ? await charts.png(report, chart, format)
        : null;
  if (!drawn) throw new AppError('not-found');
  res.setHeader('Content-Disposition', fileNameOf(report, { chart, kind }, format));
  // Opened by itself, it is a document of this site: it may load and run nothing.
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.type(kind === 'svg' ? 'image/svg+xml' : 'image/png').send(drawn);
}

function fileNameOf(report: Report, { chart, kind }: { chart: string; kind: string }, format: Format): string {
  const { city, period, referenceDate } = report.assessment.setup;
  const name = format.t('charts.file-name', { city, period, chart: chartTitle(report, chart, format) });
  return contentDisposition(`${name}.${kind}`, `${chart}-${referenceDate}.${kind}`);
}
