import type { Decision } from '#shared/decision.ts';
import type { Actor, CommandContext } from './command-context.ts';
import { decideStep } from './decide-step.ts';
import { isAllowedTo, isStep } from './permitted-commands.ts';
import { currentState } from './progress.ts';
import { hashSecret } from './secrets.ts';
import { type CommandRefusal, illegal } from './step-decision.ts';
import type { Workshop } from './workshop.ts';
import type { Commanded } from './workshop-change.ts';
import type { WorkshopCommand } from './workshop-command.ts';

/**
 * The one way to command a workshop. Asked in this order: may the role, is the revision the present one, is it a step from here,
 * is what it says right. A command is known again by its actor, revision and whole content, so that one tapped twice, or sent
 * again after a broken connection, is neither done twice nor refused as stale.
 */
export function decideCommand(
  workshop: Workshop,
  command: WorkshopCommand,
  context: CommandContext,
): Decision<Commanded, CommandRefusal> {
  const { actor, at } = context;
  if (!isAllowedTo(actor.role, command.command)) return { refused: { reason: 'role' } };
  const digest = digestOf(command, actor);
  if (command.expectedRev !== workshop.rev) return { refused: outdated(workshop, command.expectedRev, digest) };
  const meant = meantBy(workshop, command);
  if (!isStep(workshop, meant.command)) return illegal(workshop);
  const decided = decideStep(workshop, meant, context);
  if ('refused' in decided) return decided;
  const why = 'reason' in meant && meant.reason !== undefined ? { why: meant.reason } : {};
  return {
    change: { type: 'commanded', at, ...actor, ...why, command: meant.command, digest, step: decided.step },
  };
}

/** To reopen what was revealed already is to vote once more: the round that was shown stays. */
function meantBy(workshop: Workshop, command: WorkshopCommand): WorkshopCommand {
  const state = currentState(workshop);
  const isShown = state === 'revealed' || state === 'discussion';
  return command.command === 'reopen' && isShown ? { command: 'open', expectedRev: command.expectedRev } : command;
}

/** The entry at a revision is that of the command which was given on it. */
function outdated({ log }: Workshop, expectedRev: number, digest: string): CommandRefusal {
  const done = log[expectedRev];
  if (done?.digest === digest) return { reason: 'repeated' };
  return { reason: 'stale', last: done && log.at(-1) };
}

/** The command was parsed, so its fields are always in the same order. */
function digestOf(command: WorkshopCommand, { role, by }: Actor): string {
  return hashSecret(JSON.stringify([role, by, withoutEvidenceIds(command)])).slice(0, 22);
}

/** The server gives them, to every sending others. */
function withoutEvidenceIds(command: WorkshopCommand): object {
  if (!('evidence' in command)) return command;
  return { ...command, evidence: command.evidence?.map(({ id: _id, ...record }) => record) };
}
