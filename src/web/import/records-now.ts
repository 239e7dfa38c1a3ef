import { type ActionDiff, diffActions } from '#assessment/incoming-actions.ts';
import { diffFiles, type FileEntry } from '#assessment/incoming-files.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';
import { isHeld } from './accept-files.ts';
import type { ImportTicket } from './import-tickets.ts';
import type { FileNow } from './incoming-file-rows.ts';
import { type IncomingRecords, milestoneNow, minutesNow } from './incoming-records.ts';

/** What a package has besides answers, and what each is here by now. */
export type RecordsNow = {
  actions: ActionDiff;
  files: FileNow[];
  milestones: {
    entry: IncomingRecords['milestones'][number]['entry'];
    now: Awaited<ReturnType<typeof milestoneNow>>;
  }[];
  minutes: { brought: IncomingRecords['minutes'][number]; now: ReturnType<typeof minutesNow> }[];
};

export async function recordsNow(
  site: Site,
  { assessment, checklist }: OpenAssessment,
  ticket: ImportTicket,
): Promise<RecordsNow> {
  const { milestones = [], minutes = [] } = ticket.records ?? {};
  const { actions = [], files = [] } = ticket.copy ?? {};
  return {
    actions: diffActions(actions, { assessment, checklist }),
    files: diffFiles(files, assessment).map(entry => ({
      entry,
      cannot: assessment.state === 'final' ? 'final' : reasonAgainst(entry, ticket),
    })),
    milestones: await Promise.all(
      milestones.map(async ({ entry }) => ({ entry, now: await milestoneNow(site, assessment, entry) })),
    ),
    minutes: minutes.map(brought => ({ brought, now: minutesNow(site, assessment.id, brought) })),
  };
}

function reasonAgainst(entry: FileEntry, ticket: ImportTicket): FileNow['cannot'] {
  if (!isHeld(entry, ticket)) return ticket.copy?.isOff ? 'off' : 'not-held';
  return entry.kind === 'waiting' ? 'waiting' : undefined;
}
