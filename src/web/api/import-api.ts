import { Router } from 'express';
import { z } from 'zod';
import type { IncomingDiff } from '#assessment/incoming-diff.ts';
import { AppError } from '#shared/app-error.ts';
import { check } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { acceptIncoming, type Chosen, diffNow } from '../import/accept-incoming.ts';
import { parseChosen, readIncoming } from '../import/import-routes.ts';
import { receiveBytes } from '../import/receive-bytes.ts';
import { languageOf } from '../language.ts';
import { formatOf, type Site } from '../site.ts';
import { importDiffDocument, importOutcomeDocument } from './import-document.ts';
import { acceptedValue } from './parse-body.ts';

export const importQuerySchema = z.object({
  dryRun: z.enum(['true', 'false']).optional().meta({ description: 'true: only what differs, nothing is recorded' }),
  items: z.string().optional().meta({
    description:
      'Which items to record, each with the revision that was seen: `a@3,b@0`. Without it those that are new or changed; what conflicts or would be cleared has to be named',
  }),
});

/** The same file, diff and acceptance as on the pages, in one request. */
export function importApi(site: Site): Router {
  return Router().post('/assessments/:id/import', async (req, res) => {
    const open = await openAssessment(site, req.params.id);
    const { dryRun, items } = acceptedValue(check(importQuerySchema, req.query));
    if (open.assessment.state === 'final' && dryRun !== 'true') throw new AppError('final');
    const { bytes, name } = await receiveBytes(req, res);
    const incoming = await readIncoming(site, bytes, open);
    const diff = await diffNow(site, open, incoming);
    const language = languageOf(res);
    if (dryRun === 'true') return void res.json(importDiffDocument(diff, language));
    const chosen = items === undefined ? harmless(diff) : items.split(',').filter(Boolean).map(parseChosen);
    const why = formatOf(site, res).t('import.why', { file: name });
    const outcome = await acceptIncoming(site, { open, incoming, chosen, why });
    res.json(importOutcomeDocument(outcome, diff, language));
  });
}

/** What neither takes anything away nor stands against somebody else's change. */
function harmless({ entries }: IncomingDiff): Chosen[] {
  return entries.filter(({ kind }) => kind === 'new' || kind === 'changed').map(({ itemId, rev }) => ({ itemId, rev }));
}
