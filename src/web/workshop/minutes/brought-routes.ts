import { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../../assessment/open-assessment.ts';
import { contentDisposition } from '../../content-disposition.ts';
import { formatOf, type Site } from '../../site.ts';
import { minutesPage } from './minutes-page.ts';

type Address = { id: string; sha256: string };

/** Minutes that came along with an assessment: to be read and to be taken further, never to be changed. */
export function broughtRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/minutes/:sha256', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      const { minutes } = await readBrought(site, req);
      const brought = { sha256: req.params.sha256 };
      site.sendPage(res, minutesPage(minutes, { open, isAdministrator: true, brought }, formatOf(site, res)));
    })
    .get('/assessments/:id/minutes/:sha256/minutes.json', (req, res) => sendFile(site, req, res));
}

/** Byte for byte: its SHA-256 is its address. */
async function sendFile(site: Site, req: Request<Address>, res: Response): Promise<void> {
  await openAssessment(site, req.params.id);
  const { minutes, content } = await readBrought(site, req);
  const name = formatOf(site, res).t('records.brought.file-name', { title: minutes.title });
  res.setHeader('Content-Disposition', contentDisposition(`${name}.json`, 'minutes.json'));
  res.type('application/json').send(content);
}

/** Throws AppError `not-found`, `minutes-altered` for one that came and whose file is another or gone since. */
async function readBrought({ broughtMinutes }: Site, { params }: Request<Address>) {
  const kept = await broughtMinutes.read(params.id, params.sha256);
  if (kept) return kept;
  const isListed = broughtMinutes.list(params.id).some(({ sha256 }) => sha256 === params.sha256);
  throw new AppError(isListed ? 'minutes-altered' : 'not-found');
}
