import { bringMilestone } from '#assessment/bring-milestone.ts';
import { type Site, stampOf } from '../site.ts';
import { acceptActions } from './accept-actions.ts';
import { acceptFiles } from './accept-files.ts';
import type { RecordsOutcome } from './import-tickets.ts';
import { type IncomingRecords, milestoneNow, minutesNow, unpack } from './incoming-records.ts';
import { keepOnce } from './keep-once.ts';
import { notOffered } from './not-offered.ts';
import { type Accepting, type Done, orNotStored, type Reason } from './records-done.ts';

/** Takes the actions, files, milestones and minutes that were chosen, each by itself; what is here already is one and stays as it is. */
export async function acceptRecords(site: Site, accepting: Accepting): Promise<RecordsOutcome> {
  const { milestones = [], minutes = [] } = accepting.ticket.records ?? {};
  const wanted = new Set(accepting.chosen);
  const done = [...(await acceptActions(site, accepting)), ...(await acceptFiles(site, accepting))];
  for (const milestone of milestones)
    if (wanted.has(`milestone:${milestone.entry.id}`))
      done.push({
        name: milestone.entry.name,
        reason: await orNotStored(() => takeMilestone(site, milestone, accepting)),
      });
  for (const each of minutes)
    if (wanted.has(`minutes:${each.sha256}`))
      done.push({ name: each.summary.title, reason: await orNotStored(() => takeMinutes(site, each, accepting)) });
  return outcomeOf([...done, ...notOffered(accepting)]);
}

export function outcomeOf(done: readonly Done[]): RecordsOutcome {
  return {
    taken: done.flatMap(({ name, reason }) => (reason ? [] : [name])),
    notTaken: done.flatMap(({ name, reason }) => (reason ? [{ name, reason }] : [])),
  };
}

/** The file first, then the change; where the trail does not take it the file goes again. */
async function takeMilestone(
  site: Site,
  { entry, packed }: IncomingRecords['milestones'][number],
  { open, why }: Accepting,
): Promise<Reason | undefined> {
  const { assessment } = open;
  const { kind } = await milestoneNow(site, assessment, entry);
  if (kind === 'same') return undefined;
  if (kind === 'conflicting') return 'conflicting';
  const address = { assessment: assessment.id, id: entry.id };
  const content = await unpack(packed);
  if (kind === 'missing') {
    await site.milestones.restore(address, content);
    return undefined;
  }
  const isStored = await keepOnce(site, { ...address, name: entry.name }, content);
  const takeBack = async () => {
    if (isStored) await site.milestones.discard(address);
  };
  const stamp = { ...stampOf(site), why };
  const done = await site.assessments
    .commit(assessment.id, newest => bringMilestone(newest, entry, stamp))
    .catch(async error => {
      await takeBack();
      throw error;
    });
  if (!('refused' in done) || done.refused === 'same') return undefined;
  await takeBack();
  return 'conflicting';
}

async function takeMinutes(
  site: Site,
  brought: IncomingRecords['minutes'][number],
  { open }: Accepting,
): Promise<Reason | undefined> {
  if (minutesNow(site, open.assessment.id, brought) === 'held') return 'held';
  await site.broughtMinutes.keep(open.assessment.id, await unpack(brought.packed));
  return undefined;
}
