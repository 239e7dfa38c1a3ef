import { type Response, Router } from 'express';
import { z } from 'zod';
import { check } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { diffNow } from '../import/accept-incoming.ts';
import { acceptItems } from '../import/accept-items.ts';
import { acceptRecords } from '../import/accept-records.ts';
import { countCopy } from '../import/copy-view.ts';
import { parseChosen } from '../import/import-routes.ts';
import type { CopyTicket } from '../import/import-tickets.ts';
import { inTurn } from '../import/in-turn.ts';
import { recordsNow } from '../import/records-now.ts';
import { sendPackage } from '../import/send-package.ts';
import { takeReceived } from '../import/take-received.ts';
import { languageOf } from '../language.ts';
import { formatOf, type Site } from '../site.ts';
import { importDiffDocument, importOutcomeDocument } from './import-document.ts';
import { arrivedDocument, countsDocument, recordsDocument } from './package-document.ts';
import { acceptedValue } from './parse-body.ts';

export const packageQuerySchema = z.object({
  items: z.string().optional().meta({
    description:
      'Of an assessment that is known here: items to record, each with the revision that was seen: `a@3,b@0`',
  }),
  take: z.string().optional().meta({
    description:
      'Of an assessment that is known here: what to take besides items, as it was seen: `action:<id>@<rev>,notes:<id>,file:<record>@<sha256 of the present file or none>,milestone:<id>,minutes:<sha256>`',
  }),
});
type PackageQuery = z.infer<typeof packageQuerySchema>;

/** The same file, checks and acceptance as on the pages. Of a known assessment nothing is recorded that was not named. */
export function packagesApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/package', (req, res) => sendPackage(site, req.params.id, res))
    .post('/packages', async (req, res) => {
      const query = acceptedValue(check(packageQuerySchema, req.query));
      const taken = await takeReceived(site, req, res);
      if (taken.kind === 'known') return sendKnown(site, { ticket: taken.ticket, query }, res);
      res.status(201).location(`/api/v1/assessments/${taken.assessmentId}`).json(arrivedDocument(taken));
    });
}

type Known = { ticket: CopyTicket; query: PackageQuery };

async function sendKnown(site: Site, { ticket, query }: Known, res: Response): Promise<void> {
  const language = languageOf(res);
  const why = formatOf(site, res).t('import.why', { file: ticket.fileName });
  const open = await openAssessment(site, ticket.assessmentId);
  const seen = await diffNow(site, open, ticket.incoming);
  const chosen = namesOf(query.items).map(parseChosen);
  const outcome =
    query.items === undefined ? undefined : await inTurn(() => acceptItems(site, { open, ticket, chosen, why }));
  const records =
    query.take === undefined
      ? undefined
      : await inTurn(() => acceptRecords(site, { open, ticket, chosen: namesOf(query.take), why }));
  const newest = await openAssessment(site, ticket.assessmentId);
  const diff = await diffNow(site, newest, ticket.incoming);
  const now = await recordsNow(site, newest, ticket);
  res.json({
    assessment: ticket.assessmentId,
    diff: importDiffDocument(diff, language),
    changes: countsDocument(countCopy({ copy: ticket.copy, diff, records: now, open: newest })),
    healed: ticket.copy.healed,
    ...recordsDocument(now, records),
    ...(outcome?.files ? { along: outcome.files } : {}),
    ...(outcome ? { recorded: importOutcomeDocument(outcome, seen, language) } : {}),
  });
}

function namesOf(list: string | undefined): string[] {
  return list?.split(',').filter(Boolean) ?? [];
}
