import { arrangeStep, briefStep, leaveStep, nextStep } from './agenda-steps.ts';
import type { CommandContext } from './command-context.ts';
import { amendStep, recordStep, undoStep } from './opinion-steps.ts';
import { countsStep, reasonStep, voidStep } from './round-steps.ts';
import { settleStep } from './settle-step.ts';
import type { StepDecision } from './step-decision.ts';
import { departmentResults } from './voting-departments.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopCommand } from './workshop-command.ts';

/** What the command does. Role, revision and the states of `permitted-commands.ts` are checked before. */
export function decideStep(workshop: Workshop, command: WorkshopCommand, context: CommandContext): StepDecision {
  switch (command.command) {
    case 'start':
      return { step: { step: 'started' } };
    case 'brief':
      return briefStep(workshop, command.item);
    case 'next':
      return nextStep(workshop);
    case 'open':
      return { step: { step: 'opened', ...secondsOf(command) } };
    case 'close':
      return { step: { step: 'closed' } };
    case 'reopen':
      return { step: { step: 'reopened' } };
    case 'reveal':
      return { step: { step: 'revealed', departments: departmentResults(workshop, context.seats) } };
    case 'discuss':
      return { step: { step: 'discussed', ...secondsOf(command) } };
    case 'record':
      return recordStep(workshop, command, context);
    case 'amend':
      return amendStep(workshop, command, context);
    case 'undo':
      return undoStep(workshop, context.at);
    case 'park':
      return leaveStep(workshop, command.item, 'parked');
    case 'skip':
      return leaveStep(workshop, command.item, 'skipped');
    case 'void':
      return voidStep(workshop, command.round);
    case 'counts':
      return countsStep(workshop, command);
    case 'pause':
      return { step: { step: 'paused' } };
    case 'resume':
      return { step: { step: 'resumed' } };
    case 'extend':
      return { step: { step: 'extended', seconds: command.seconds } };
    case 'blank':
      return { step: { step: 'blanked', on: command.on ?? !workshop.blank } };
    case 'lock':
      return { step: { step: 'locked', on: command.on ?? !workshop.locked } };
    case 'finish':
      return { step: { step: 'finished' } };
    case 'reopen-workshop':
      return { step: { step: 'workshop-reopened' } };
    case 'expect':
      return { step: { step: 'heads-expected', heads: command.heads } };
    case 'show-reason':
      return reasonStep(workshop, command);
    case 'settle-question':
      return settleStep(workshop, command);
    case 'arrange':
      return arrangeStep(workshop, command);
  }
}

function secondsOf({ seconds }: { seconds?: number | undefined }): { seconds?: number } {
  return seconds === undefined ? {} : { seconds };
}
