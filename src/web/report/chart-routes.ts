import { type Request, type Response, Router } from 'express';
import type { Report } from '#report/report.ts';
import { AppError } from '#shared/app-error.ts';
import type { ChartWriters } from '../app-dependencies.ts';
import { contentDisposition } from '../content-disposition.ts';
import type { Format } from '../format.ts';
import { keepLatest } from '../keep-latest.ts';
import { languageOf } from '../language.ts';
import { formatOf, type Site } from '../site.ts';
import { openReport, reportOf } from './open-report.ts';
import { chartTitle } from './report-charts.ts';

type Address = { id: string; file: string };
type Kind = 'svg' | 'png';

const keptPictures = 20;
const types = { svg: 'image/svg+xml', png: 'image/png' } satisfies Record<Kind, string>;

/** Charts of the report as files that stand alone. */
export function chartRoutes(site: Site): Router {
  const pictures = keepLatest<ReturnType<ChartWriters['png']>>(keptPictures);
  return Router().get('/assessments/:id/charts/:file', async (req: Request<Address>, res) => {
    const { chart, kind } = chartOf(req.params.file);
    const opened = await openReport(site, req.params.id, req.query.milestone);
    const report = reportOf(opened, site.now().toISOString());
    const format = formatOf(site, res);
    const { svg, png } = await site.exports.charts();
    // A picture takes up to a second and depends on the assessment and its workshops alone.
    const key = [opened.stand, languageOf(res), chart].join(' ');
    const drawn = kind === 'svg' ? svg(report, chart, format) : await pictures(key, () => png(report, chart, format));
    if (!drawn) throw new AppError('not-found');
    res.setHeader('Content-Disposition', fileNameOf(report, { chart, kind }, format));
    send(res, kind, drawn);
  });
}

/** Throws AppError `not-found`. */
function chartOf(file: string): { chart: string; kind: Kind } {
  const [, chart, ending] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
  if (chart === undefined) throw new AppError('not-found');
  return { chart, kind: ending === 'svg' ? 'svg' : 'png' };
}

/** Opened by itself a drawing is a document of this site: it may load and run nothing. */
function send(res: Response, kind: Kind, drawn: string | Buffer): void {
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.type(types[kind]).send(drawn);
}

function fileNameOf(report: Report, { chart, kind }: { chart: string; kind: Kind }, format: Format): string {
  const { city, period, referenceDate } = report.assessment.setup;
  const name = format.t('charts.file-name', { city, period, chart: chartTitle(report, chart, format) });
  return contentDisposition(`${name}.${kind}`, `${chart}-${referenceDate}.${kind}`);
}
