import type { Assessment } from '#assessment/assessment.ts';
import type { Incoming } from '#assessment/incoming.ts';
import { type DiffEntry, diffIncoming, type IncomingDiff } from '#assessment/incoming-diff.ts';
import { clearAnswer, recordAnswer } from '#assessment/record-answer.ts';
import { AppError } from '#shared/app-error.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { giveEvidenceIds } from '../give-evidence-ids.ts';
import { type Site, stampOf } from '../site.ts';
import type { ImportOutcome } from './import-tickets.ts';

/** An item that somebody wants recorded, with the revision that was shown beside it. */
export type Chosen = { itemId: string; rev: number };

/** The file against the newest state. */
export async function diffNow(
  site: Site,
  { assessment, checklist }: OpenAssessment,
  incoming: Incoming,
): Promise<IncomingDiff> {
  const changes = await site.assessments.changes(assessment.id);
  return diffIncoming(incoming, { assessment, checklist, changes: () => changes });
}

type Accepting = { open: OpenAssessment; incoming: Incoming; chosen: readonly Chosen[]; why: string };

/** Records what was chosen, each item by itself through the one way to record an answer. What changed since it was shown is not written over. */
export async function acceptIncoming(site: Site, { open, incoming, chosen, why }: Accepting): Promise<ImportOutcome> {
  if (open.assessment.state === 'final') throw new AppError('final');
  const diff = await diffNow(site, open, incoming);
  const entries = new Map(diff.entries.map(entry => [entry.itemId, entry]));
  const invalid = new Set(diff.invalid.map(({ itemId }) => itemId));
  const done = await Promise.all(
    [...new Map(chosen.map(one => [one.itemId, one])).values()].map(async ({ itemId, rev }) => {
      const entry = entries.get(itemId);
      if (entry) return { itemId, reason: await recordEntry(site, { entry, rev }, { open, why }) };
      return { itemId, reason: reasonWithout(itemId, { incoming, invalid }) };
    }),
  );
  return {
    recorded: done.flatMap(({ itemId, reason }) => (reason ? [] : [itemId])),
    notRecorded: done.flatMap(({ itemId, reason }) => (reason ? [{ itemId, reason }] : [])),
  };
}

type Reason = ImportOutcome['notRecorded'][number]['reason'] | undefined;

/** What is no difference any more is recorded already, such as by the same form sent twice. */
function reasonWithout(
  itemId: string,
  { incoming, invalid }: { incoming: Incoming; invalid: ReadonlySet<string | undefined> },
): Reason {
  const isKnown = incoming.items.some(item => item.itemId === itemId);
  return isKnown && !invalid.has(itemId) ? undefined : 'faulty';
}

async function recordEntry(
  site: Site,
  { entry, rev }: { entry: DiffEntry; rev: number },
  { open, why }: { open: OpenAssessment; why: string },
): Promise<Reason> {
  if (entry.rev !== rev) return 'changed-meanwhile';
  const answer = entry.mine && giveEvidenceIds(entry.mine, site.newId);
  const expectation = { itemId: entry.itemId, expectedRev: rev, ...stampOf(site), why };
  const decide = (assessment: Assessment) =>
    answer === null
      ? clearAnswer(assessment, open.checklist, expectation)
      : recordAnswer(assessment, open.checklist, { ...expectation, answer });
  try {
    const done = await site.assessments.commit(open.assessment.id, decide);
    return 'refused' in done ? reasonOf(done.refused.reason) : undefined;
  } catch (error) {
    // What is stored stays stored; the rest is told.
    if (error instanceof AppError && error.code === 'storage-failed') return 'not-stored';
    throw error;
  }
}

function reasonOf(reason: 'out-of-scope' | 'final' | 'faulty' | 'stale'): Reason {
  if (reason === 'stale') return 'changed-meanwhile';
  return reason === 'final' ? 'final' : 'faulty';
}
