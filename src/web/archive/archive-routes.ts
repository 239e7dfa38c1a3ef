import { Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import { formatsOf } from '../documents/document-kinds.ts';
import { fileChoice } from '../documents/file-choice.ts';
import type { PrepareDocument } from '../documents/prepare-document.ts';
import { openReport, reportOf } from '../report/open-report.ts';
import { reportFileName } from '../report/report-file-name.ts';
import { formatOf, type Site } from '../site.ts';
import { findMinutes } from '../workshop/find-minutes.ts';
import type { ArchiveContext } from './archive-context.ts';
import { archiveOffer, partsOf } from './archive-groups.ts';
import { indexPart } from './archive-index.ts';
import { manifestPart } from './archive-manifest.ts';

/** Everything of an assessment in one file, sent while it is made; who closes the connection stops the work. */
export function archiveRoutes(site: Site, prepare: PrepareDocument): Router {
  return Router().get('/assessments/:id/report.zip', async (req, res) => {
    const { language, parts } = fileChoice(req.query, archiveOffer, res);
    const opened = await openReport(site, req.params.id, req.query.milestone);
    const report = reportOf(opened, site.now().toISOString());
    res.setHeader('Content-Disposition', reportFileName(report, 'zip', formatOf(site, res)));
    res.type('application/zip');
    if (req.method === 'HEAD') return void res.end();
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const languages = formatsOf(language, site).map(format => format.language);
    const minutes = (await findMinutes(site, opened.open.assessment.id)).minutes();
    const context = { site, opened, report, minutes, languages, prepare, signal: gone.signal };
    await site.exports.archive(archiveOf(partsOf(context, parts), context), res).catch(error => {
      // Who breaks off a download has told nobody anything. Otherwise the person sees it break off: there is no page to send any more.
      if (!isBrokenOff(error)) site.log.error({ err: error, request: req.id }, 'an archive could not be finished');
    });
  });
}

function archiveOf(parts: ArchivePart[], context: ArchiveContext) {
  const { site, report } = context;
  return {
    parts,
    closing: [
      (contents: Parameters<typeof indexPart>[0]) => indexPart(contents, context),
      (contents: Parameters<typeof manifestPart>[0]) => manifestPart(contents, context),
    ],
    at: new Date(report.assessment.changedAt),
    reasonOf: (error: unknown, path: string) => {
      const known = reasonSchema.safeParse(error instanceof AppError ? error.code : undefined);
      if (known.success) return known.data;
      site.log.error({ err: error, path }, 'a part of an archive failed');
      return undefined;
    },
  };
}

/** What is said of a part in words of its own. */
const reasonSchema = z.enum([
  'file-gone',
  'file-altered',
  'documents-busy',
  'document-too-large',
  'milestone-missing',
  'milestone-altered',
  'minutes-altered',
]);

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
