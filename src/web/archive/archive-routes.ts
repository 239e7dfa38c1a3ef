import { Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { exportLanguages } from '../assessment/export-languages.ts';
import { openReport, reportOf } from '../assessment/open-report.ts';
import { reportFileName } from '../assessment/report-file-name.ts';
import { formatOf, type Site } from '../site.ts';
import type { ArchiveContext } from './archive-context.ts';
import { indexPart } from './archive-index.ts';
import { manifestPart } from './archive-manifest.ts';
import { evidenceParts } from './evidence-parts.ts';
import { historyParts } from './history-parts.ts';
import { reportParts } from './report-parts.ts';

/** Everything of an assessment in one file, sent while it is made; who closes the connection stops the work. */
export function archiveRoutes(site: Site): Router {
  return Router().get('/assessments/:id/report.zip', async (req, res) => {
    const languages = exportLanguages(req.query.language, res);
    const opened = await openReport(site, req.params.id);
    const report = reportOf(opened, site.now().toISOString());
    res.setHeader('Content-Disposition', reportFileName(report, 'zip', formatOf(site, res)));
    res.type('application/zip');
    if (req.method === 'HEAD') return void res.end();
    const context = { site, opened, report, languages };
    // Who breaks off a download has told nobody anything.
    await site.exports.archive(archiveOf(context), res).catch(error => {
      if (!res.destroyed) throw error;
    });
  });
}

function archiveOf(context: ArchiveContext) {
  const { site, report } = context;
  return {
    parts: [...reportParts(context), ...historyParts(context), ...evidenceParts(context)],
    closing: [
      (contents: Parameters<typeof indexPart>[0]) => indexPart(contents, context),
      (contents: Parameters<typeof manifestPart>[0]) => manifestPart(contents, context),
    ],
    at: new Date(report.assessment.changedAt),
    reasonOf: (error: unknown, path: string) => {
      if (error instanceof AppError && (error.code === 'file-gone' || error.code === 'file-altered')) return error.code;
      site.log.error({ err: error, path }, 'a part of an archive failed');
      return undefined;
    },
  };
}
