import express, { Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { acceptRecords } from './accept-records.ts';
import { addressOf, getTicket, type ImportTickets } from './import-tickets.ts';
import { inTurn } from './in-turn.ts';

const form = express.urlencoded({ extended: false, limit: '500kb', parameterLimit: 5_000 });
const chosenSchema = z.object({
  take: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(values => (values === undefined ? [] : [values].flat())),
});

/** Milestones and minutes of a package that somebody wants to have here; also in a final assessment, for they change no answer. */
export function recordsRoutes(site: Site, tickets: ImportTickets): Router {
  return Router().post('/assessments/:id/import/:ticket/records', form, async (req, res) => {
    const ticket = getTicket(tickets, req.params);
    const sent = chosenSchema.safeParse(req.body);
    if (!sent.success) throw new AppError('malformed');
    const why = formatOf(site, res).t('import.why', { file: ticket.fileName });
    const recordsOutcome = await inTurn(async () => {
      const open = await openAssessment(site, req.params.id);
      return acceptRecords(site, { open, ticket, chosen: sent.data.take, why });
    });
    tickets.keep({ ...ticket, recordsOutcome });
    res.redirect(303, `${addressOf(ticket)}#records`);
  });
}
