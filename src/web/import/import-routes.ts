import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { faultInLanguage } from '#shared/fault.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { type Chosen, diffNow } from './accept-incoming.ts';
import { acceptItems } from './accept-items.ts';
import { diffPage } from './diff-page.ts';
import { importPage } from './import-page.ts';
import { addressOf, getTicket, ImportTickets } from './import-tickets.ts';
import { inTurn } from './in-turn.ts';
import { packRoutes } from './pack-routes.ts';
import { packageRoutes } from './package-routes.ts';
import { receiveBytes } from './receive-bytes.ts';
import { recordsNow } from './records-now.ts';
import { recordsRoutes } from './records-routes.ts';

const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 20_000 });
const chosenSchema = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(values => (values === undefined ? [] : [values].flat()));
const acceptSchema = z.object({ accept: chosenSchema });

/** What comes back: read, held against what stands, recorded when somebody says so. */
export function importRoutes(site: Site): Router {
  const tickets = new ImportTickets(site.now);
  return Router()
    .use(packageRoutes(site, tickets))
    .use(recordsRoutes(site, tickets))
    .use(packRoutes(site))
    .get('/assessments/:id/import', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      site.sendPage(res, importPage({ open, problem: '' }, formatOf(site, res)));
    })
    .post('/assessments/:id/import', (req, res) => upload(site, tickets, { req, res }))
    .get('/assessments/:id/import/:ticket', async (req, res) => {
      const ticket = getTicket(tickets, req.params);
      const open = await openAssessment(site, req.params.id);
      const diff = await diffNow(site, open, ticket.incoming);
      const records = await recordsNow(site, open, ticket);
      site.sendPage(res, diffPage({ open, ticket, diff, records }, formatOf(site, res)));
    })
    .post('/assessments/:id/import/:ticket/accept', form, async (req, res) => {
      const ticket = getTicket(tickets, req.params);
      const open = await openAssessment(site, req.params.id);
      const sent = acceptSchema.safeParse(req.body);
      if (!sent.success) throw new AppError('malformed');
      const chosen = sent.data.accept.map(parseChosen);
      const why = formatOf(site, res).t('import.why', { file: ticket.fileName });
      const outcome = await inTurn(() => acceptItems(site, { open, ticket, chosen, why }));
      tickets.keep({ ...ticket, outcome });
      res.redirect(303, addressOf(ticket));
    });
}

type Sent = { req: Request<{ id: string }>; res: Response };

async function upload(site: Site, tickets: ImportTickets, { req, res }: Sent): Promise<void> {
  const open = await openAssessment(site, req.params.id);
  const format = formatOf(site, res);
  try {
    if (open.assessment.state === 'final') throw new AppError('final');
    const { bytes, name } = await receiveBytes(req, res);
    const incoming = await readIncoming(site, bytes, open);
    const ticket = { id: site.newId(), assessmentId: open.assessment.id, fileName: name, incoming, outcome: undefined };
    tickets.keep(ticket);
    res.redirect(303, addressOf(ticket));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'faulty-input') throw error;
    const problem = error.faults.map(fault => faultInLanguage(fault, format.language).message).join(' ');
    site.sendPage(res, importPage({ open, problem }, format), 422);
  }
}

/** The file is understood in either language, whoever reads the page. */
export function readIncoming({ exchange, formats }: Site, bytes: Buffer, { assessment, checklist }: OpenAssessment) {
  return exchange.readAnswers(bytes, assessment, { checklist, wordings: [formats['zh-CN'], formats.en] });
}

/** An item with the revision that was shown. Throws AppError `malformed`. */
export function parseChosen(text: string): Chosen {
  const [, itemId, rev] = /^([A-Za-z0-9._-]{1,80})@(\d{1,9})$/.exec(text) ?? [];
  if (itemId === undefined || rev === undefined) throw new AppError('malformed');
  return { itemId, rev: Number(rev) };
}
