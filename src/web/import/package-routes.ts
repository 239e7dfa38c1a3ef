import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { faultInLanguage } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { contentDisposition } from '../content-disposition.ts';
import { formatOf, type Site } from '../site.ts';
import { addressOf, type ImportTickets } from './import-tickets.ts';
import { arrivedPage, packagePage } from './package-page.ts';
import { packedMilestones, packedMinutes } from './packed-records.ts';
import { withReceivedPackage } from './receive-package.ts';
import { takePackage } from './take-package.ts';

/** One after another: the same package twice at once arrives once, and the second finds it there. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** An assessment travels as one file to another installation, and comes back. */
export function packageRoutes(site: Site, tickets: ImportTickets, inTurn: InTurn): Router {
  return Router()
    .get('/assessments/import', (_req, res) => {
      site.sendPage(res, packagePage('', formatOf(site, res)));
    })
    .post('/assessments/import', (req, res) => upload(site, { tickets, inTurn }, { req, res }))
    .get('/assessments/:id/package', (req, res) => sendPackage(site, req.params.id, res));
}

async function upload(
  site: Site,
  { tickets, inTurn }: { tickets: ImportTickets; inTurn: InTurn },
  { req, res }: { req: Request; res: Response },
): Promise<void> {
  const format = formatOf(site, res);
  try {
    const taken = await withReceivedPackage(req, res, async ({ path, name }) => {
      const opened = await site.exchange.openPackage(path);
      return inTurn(() => takePackage(site, opened, name)).finally(() => opened.close());
    });
    if (taken.kind === 'arrived') return site.sendPage(res, arrivedPage(taken, format), 201);
    tickets.keep(taken.ticket);
    res.redirect(303, addressOf(taken.ticket));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'faulty-input') throw error;
    const problem = error.faults.map(fault => faultInLanguage(fault, format.language).message).join(' ');
    site.sendPage(res, packagePage(problem, format), 422);
  }
}

async function sendPackage(site: Site, id: string, res: Response): Promise<void> {
  const { wholeChecklist } = await openAssessment(site, id);
  const journal = await site.assessments.journal(id);
  // What is told about the package is what is in it, also where somebody saves meanwhile.
  const read = site.assessments.readJournal(journal);
  if (!read.ok) throw new AppError('set-aside');
  const { assessment, seq, head } = read;
  const exportedAt = site.now().toISOString();
  const stored = { assessment, seq, head };
  const { files, exchange } = site;
  const content = await exchange.writePackage({
    ...{ stored, checklist: wholeChecklist, journal, files, exportedAt },
    milestones: packedMilestones(site, assessment),
    minutes: await packedMinutes(site, id),
  });
  const { city, period, referenceDate } = assessment.setup;
  const name = formatOf(site, res).t('import.package.file-name', { city, period });
  res.setHeader('Content-Disposition', contentDisposition(`${name}.rencheng.zip`, `assessment-${referenceDate}.zip`));
  res.type('application/zip');
  await pipeline(content, res);
}
