import { Router } from 'express';
import { fileLanguages, formatsOf } from '../documents/document-kinds.ts';
import { fileChoice } from '../documents/file-choice.ts';
import { formatOf, type Site } from '../site.ts';
import { reportFor } from './open-report.ts';
import { reportFileName } from './report-file-name.ts';
import { exportLanguage } from './report-texts.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report as a spreadsheet, from the newest state. */
export function workbookRoutes(site: Site): Router {
  return Router().get('/assessments/:id/report.xlsx', async (req, res) => {
    const { language } = fileChoice(req.query, { languages: fileLanguages, parts: [] }, res);
    const report = await reportFor(site, req.params.id, req.query.milestone);
    const file = await site.exports.xlsx(
      report,
      formatsOf(language, site).map(format => exportLanguage(report, format)),
    );
    res.setHeader('Content-Disposition', reportFileName(report, 'xlsx', formatOf(site, res)));
    res.type(type).send(file);
  });
}
