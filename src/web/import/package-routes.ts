import { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { faultInLanguage } from '#shared/fault.ts';
import { formatOf, type Site } from '../site.ts';
import { addressOf, type ImportTickets } from './import-tickets.ts';
import { arrivedPage, packagePage } from './package-page.ts';
import { sendPackage } from './send-package.ts';
import { takeReceived } from './take-received.ts';

/** An assessment travels as one file to another installation, and comes back. */
export function packageRoutes(site: Site, tickets: ImportTickets): Router {
  return Router()
    .get('/assessments/import', (_req, res) => {
      site.sendPage(res, packagePage('', formatOf(site, res)));
    })
    .post('/assessments/import', (req, res) => upload(site, tickets, { req, res }))
    .get('/assessments/:id/package', (req, res) => sendPackage(site, req.params.id, res));
}

async function upload(
  site: Site,
  tickets: ImportTickets,
  { req, res }: { req: Request; res: Response },
): Promise<void> {
  const format = formatOf(site, res);
  try {
    const taken = await takeReceived(site, req, res);
    if (taken.kind === 'arrived') return site.sendPage(res, arrivedPage(taken, format), 201);
    tickets.keep(taken.ticket);
    res.redirect(303, addressOf(taken.ticket));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'faulty-input') throw error;
    const problem = error.faults.map(fault => faultInLanguage(fault, format.language).message).join(' ');
    site.sendPage(res, packagePage(problem, format), 422);
  }
}
