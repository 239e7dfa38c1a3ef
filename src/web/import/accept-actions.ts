import type { ActionChange } from '#assessment/action-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { bringAction } from '#assessment/bring-action.ts';
import { type ActionRefusal, noteAction } from '#assessment/change-action.ts';
import { type ActionEntry, diffActions, type IncomingAction } from '#assessment/incoming-actions.ts';
import type { Decision } from '#shared/decision.ts';
import { shortMeasure } from '../actions/action-words.ts';
import { type Site, stampOf } from '../site.ts';
import { type Accepting, type Done, orNotStored, type Reason } from './records-done.ts';

/** `action:<id>@<rev>` takes what it says, `notes:<id>` its notes. */
const chosenPattern = /^(?:action:(?<action>[A-Za-z0-9_-]{1,64})@(?<rev>\d{1,9})|notes:(?<notes>[A-Za-z0-9_-]{1,64}))$/;

/** Takes the actions that were chosen, each change and each note by itself as on their own pages. What changed since it was shown is not written over. */
export async function acceptActions(site: Site, accepting: Accepting): Promise<Done[]> {
  const { ticket, chosen } = accepting;
  const done: Done[] = [];
  for (const text of new Set(chosen)) {
    const { action, rev, notes } = chosenPattern.exec(text)?.groups ?? {};
    const incoming = ticket.copy?.actions.find(({ id }) => id === (action ?? notes));
    if (!incoming) continue;
    const take = () =>
      action === undefined ? takeNotes(site, incoming, accepting) : takeAction(site, incoming, Number(rev), accepting);
    const { content } = incoming.theirs ?? incoming.base ?? {};
    done.push({ name: shortMeasure(content?.measure ?? incoming.id, 40), reason: await orNotStored(take) });
  }
  return done;
}

/** What is no difference any more was taken already, such as by the same form sent twice. */
async function takeAction(
  site: Site,
  incoming: IncomingAction,
  seen: number,
  accepting: Accepting,
): Promise<Reason | undefined> {
  const { entries, invalid } = await diffNow(site, incoming, accepting);
  const entry = entries.find(({ kind }) => kind !== 'noted');
  if (!entry) return invalid.length > 0 ? 'faulty' : undefined;
  if (entry.rev !== seen) return 'changed-meanwhile';
  const { here, rev, theirs } = entry;
  const { checklist } = accepting.open;
  const reason = await commit(site, accepting, (assessment, stamp) =>
    bringAction(assessment, checklist, { here, rev, theirs, ...stamp }),
  );
  return reason ?? addNotes(site, entry, accepting);
}

async function takeNotes(site: Site, incoming: IncomingAction, accepting: Accepting): Promise<Reason | undefined> {
  const { entries } = await diffNow(site, incoming, accepting);
  const entry = entries.find(({ kind }) => kind === 'noted');
  return entry && addNotes(site, entry, accepting);
}

async function addNotes(site: Site, { here, notes }: ActionEntry, accepting: Accepting): Promise<Reason | undefined> {
  for (const { on, text } of notes) {
    const reason = await commit(site, accepting, (assessment, stamp) =>
      noteAction(assessment, { id: here, note: { on, text }, ...stamp }),
    );
    if (reason) return reason;
  }
  return undefined;
}

async function diffNow(site: Site, incoming: IncomingAction, { open }: Accepting) {
  const newest = await site.assessments.find(open.assessment.id);
  return diffActions([incoming], { assessment: newest?.assessment ?? open.assessment, checklist: open.checklist });
}

type Decide = (
  assessment: Assessment,
  stamp: { by: string; at: string; why: string },
) => Decision<ActionChange, ActionRefusal>;

async function commit(site: Site, { open, why }: Accepting, decide: Decide): Promise<Reason | undefined> {
  const stamp = { ...stampOf(site), why };
  const done = await site.assessments.commit(open.assessment.id, assessment => decide(assessment, stamp));
  return 'refused' in done ? reasonOf(done.refused.reason) : undefined;
}

function reasonOf(reason: ActionRefusal['reason']): Reason | undefined {
  switch (reason) {
    case 'faulty':
      return 'faulty';
    case 'stale':
    case 'not-found':
      return 'changed-meanwhile';
    case 'unchanged':
    case 'duplicate':
      return undefined;
  }
}
