import { attachFile, type EvidenceRefusal } from '#assessment/change-evidence.ts';
import { evidenceRegister } from '#assessment/evidence-register.ts';
import { diffFiles, type FileEntry, fileAsReceived } from '#assessment/incoming-files.ts';
import { type Site, stampOf } from '../site.ts';
import type { ImportTicket } from './import-tickets.ts';
import { type Accepting, type Done, orNotStored, type Reason } from './records-done.ts';

/** `file:<record>@<hash of the file that it has here>`, `none` where it has none. */
const chosenPattern = /^file:(?<record>[A-Za-z0-9_-]{1,40})@(?<seen>[0-9a-f]{64}|none)$/;

/** Puts the files that were chosen on their records, each by itself as on the page of the record. */
export async function acceptFiles(site: Site, accepting: Accepting): Promise<Done[]> {
  const { ticket, chosen } = accepting;
  const done: Done[] = [];
  for (const text of new Set(chosen)) {
    const { record, seen } = chosenPattern.exec(text)?.groups ?? {};
    const incoming = ticket.copy?.files.find(each => each.record === record);
    if (!incoming) continue;
    const [entry] = await filesNow(site, accepting, [incoming]);
    const reason = !entry
      ? undefined
      : (entry.stored?.sha256 ?? 'none') === seen
        ? await orNotStored(() => attach(site, entry, accepting))
        : 'changed-meanwhile';
    done.push({ name: incoming.theirs?.name ?? incoming.title, reason });
  }
  return done;
}

/** The files of records that came in with these items; where somebody put another file on one meanwhile it is left to be chosen. */
export async function attachToItems(
  site: Site,
  accepting: Omit<Accepting, 'chosen'>,
  items: readonly string[],
): Promise<Done[]> {
  const files = accepting.ticket.copy?.files ?? [];
  if (files.length === 0 || items.length === 0) return [];
  const stored = await site.assessments.find(accepting.open.assessment.id);
  const carried = evidenceRegister(stored?.assessment ?? accepting.open.assessment).filter(({ usedBy }) =>
    usedBy.some(({ item }) => items.includes(item)),
  );
  const ids = new Set(carried.map(({ record }) => record.id));
  const done: Done[] = [];
  for (const entry of await filesNow(site, accepting, files)) {
    const isMeant = ids.has(entry.record) && (entry.kind === 'new' || entry.kind === 'changed');
    if (isMeant && isHeld(entry, accepting.ticket))
      done.push({
        name: entry.theirs?.name ?? entry.title,
        reason: await orNotStored(() => attach(site, entry, accepting)),
      });
  }
  return done;
}

/** Whether the package brought its content. */
export function isHeld({ theirs }: FileEntry, { copy }: ImportTicket): boolean {
  return !theirs || copy?.received.has(theirs.sha256) === true;
}

async function filesNow(site: Site, { open }: Pick<Accepting, 'open'>, files: Parameters<typeof diffFiles>[0]) {
  const newest = await site.assessments.find(open.assessment.id);
  return diffFiles(files, newest?.assessment ?? open.assessment);
}

async function attach(
  site: Site,
  { record, theirs, stored }: FileEntry,
  { open, ticket, why }: Omit<Accepting, 'chosen'>,
): Promise<Reason | undefined> {
  const received = theirs && ticket.copy?.received.get(theirs.sha256);
  if (theirs && !received) return 'not-held';
  const file = theirs && received && fileAsReceived(received, theirs);
  const stamp = { ...stampOf(site), why };
  const done = await site.assessments.commit(open.assessment.id, assessment =>
    attachFile(assessment, { id: record, file, seen: stored?.sha256, ...stamp }),
  );
  return 'refused' in done ? reasonOf(done.refused.reason) : undefined;
}

function reasonOf(reason: EvidenceRefusal['reason']): Reason | undefined {
  switch (reason) {
    case 'final':
    case 'faulty':
      return reason;
    case 'stale':
    case 'not-found':
      return 'changed-meanwhile';
    case 'unchanged':
      return undefined;
  }
}
