import { Router } from 'express';
import { formatOf, type Site } from '../site.ts';
import { exportLanguages } from './export-languages.ts';
import { reportFor } from './open-report.ts';
import { reportFileName } from './report-file-name.ts';
import { exportLanguage } from './report-texts.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report as a spreadsheet, from the newest state. */
export function workbookRoutes(site: Site): Router {
  return Router().get('/assessments/:id/report.xlsx', async (req, res) => {
    const languages = exportLanguages(req.query.language, res);
    const report = await reportFor(site, req.params.id, req.query.milestone);
    const file = await site.exports.xlsx(
      report,
      languages.map(language => exportLanguage(report, site.formats[language])),
    );
    res.setHeader('Content-Disposition', reportFileName(report, 'xlsx', formatOf(site, res)));
    res.type(type).send(file);
  });
}
