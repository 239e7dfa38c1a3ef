import { createHash } from 'node:crypto';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import { check, type Fault } from '#shared/fault.ts';
import type { Actor } from '#workshop/command-context.ts';
import { decideCommand } from '#workshop/decide-command.ts';
import { isAllowedTo } from '#workshop/permitted-commands.ts';
import type { CommandRefusal } from '#workshop/step-decision.ts';
import type { ItemState, LogEntry, Workshop, WorkshopState } from '#workshop/workshop.ts';
import { type CommandName, type WorkshopCommand, workshopCommandSchema } from '#workshop/workshop-command.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { giveEvidenceIds } from '../give-evidence-ids.ts';
import type { Site } from '../site.ts';
import { openWorkshop } from './open-room.ts';

/** `last` is what somebody did meanwhile, where that is known. */
export type CommandOutcome =
  | { kind: 'done' }
  | { kind: 'faulty'; faults: Fault[] }
  | { kind: 'stale'; last: LogEntry | undefined }
  /** `state`: of the item on the table, if there is one. */
  | { kind: 'illegal-step'; command: CommandName; workshop: WorkshopState; state: ItemState | null };

type Given = { id: string; actorFor: (command: CommandName) => Actor; input: unknown };

/** These begin the time in which an opinion can be undone. */
const recording = new Set<CommandName>(['record', 'amend']);

/**
 * The one way by which a form, the API and a key give a command. A repeated one is `done`. Throws AppError `not-found`, `set-aside`,
 * `wrong-role` or `storage-failed`.
 */
export async function runCommand(site: Site, { id, actorFor, input }: Given): Promise<CommandOutcome> {
  const workshop = await openWorkshop(site, id);
  const parsed = check(workshopCommandSchema, withEvidenceIds(input, id));
  if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
  const actor = actorFor(parsed.value.command);
  if (!isAllowedTo(actor.role, parsed.value.command)) throw new AppError('wrong-role');
  const done = await commit(site, workshop, { command: parsed.value, actor });
  if ('refused' in done) return outcomeOf(done.refused, parsed.value.command);
  site.live.stateChanged(id);
  if (parsed.value.command === 'finish') site.lan.closeAfter(id);
  if (recording.has(parsed.value.command)) site.opinions.applySoon(id);
  // What was recorded before cannot be undone any more; it need not wait for its timer.
  else await site.opinions.apply(id);
  return { kind: 'done' };
}

async function commit(site: Site, workshop: Workshop, { command, actor }: { command: WorkshopCommand; actor: Actor }) {
  const checklist = await checklistOf(site, workshop);
  const seats = await site.workshops.findSeats(workshop.id);
  const context = { actor, checklist, seats, at: site.now().toISOString() };
  return site.workshops.commit(workshop.id, newest => decideCommand(newest, command, context));
}

async function checklistOf(site: Site, { assessment }: Workshop): Promise<Checklist> {
  return (await openAssessment(site, assessment)).checklist;
}

function outcomeOf(refusal: CommandRefusal, command: CommandName): CommandOutcome {
  switch (refusal.reason) {
    case 'repeated':
      return { kind: 'done' };
    case 'role':
      throw new AppError('wrong-role');
    case 'faulty':
      return { kind: 'faulty', faults: refusal.faults };
    case 'stale':
      return { kind: 'stale', last: refusal.last };
    case 'illegal-step':
      return { kind: 'illegal-step', command, workshop: refusal.workshop, state: refusal.item };
  }
}

/** The same for the same command sent again, or it would not be known again. */
function withEvidenceIds(input: unknown, id: string): unknown {
  let count = 0;
  const mark = createHash('sha256')
    .update(JSON.stringify([id, input]) ?? '')
    .digest('hex')
    .slice(0, 20);
  return giveEvidenceIds(input, () => `${mark}-${count++}`);
}
