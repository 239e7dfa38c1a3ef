import type { CommandContext } from './command-context.ts';
import { composeOpinion } from './compose-opinion.ts';
import { canUndo } from './opinion.ts';
import { findProgress, getProgress, standingOpinion } from './progress.ts';
import { faulty, illegal, notOnAgenda, type StepDecision } from './step-decision.ts';
import type { Workshop } from './workshop.ts';
import type { CommandNamed } from './workshop-command.ts';

export function recordStep(workshop: Workshop, command: CommandNamed<'record'>, context: CommandContext): StepDecision {
  return workshop.current === null ? illegal(workshop) : opinionStep(workshop, workshop.current, { command, context });
}

/** A new version of what is recorded for an item, on the table or off it. */
export function amendStep(workshop: Workshop, command: CommandNamed<'amend'>, context: CommandContext): StepDecision {
  const item = command.item ?? workshop.current;
  if (item === null) return illegal(workshop);
  const progress = findProgress(workshop, item);
  if (!progress) return faulty(notOnAgenda(['item'], item));
  return progress.state === 'recorded' ? opinionStep(workshop, item, { command, context }) : illegal(workshop);
}

/** Of the current item, for ten seconds; an opinion that was handed on to the assessment is amended instead. */
export function undoStep(workshop: Workshop, at: string): StepDecision {
  const { current } = workshop;
  if (current === null) return illegal(workshop);
  const progress = getProgress(workshop, current);
  const opinion = progress.state === 'recorded' ? standingOpinion(progress) : undefined;
  return opinion && canUndo(opinion, at) ? { step: { step: 'undone', item: current } } : illegal(workshop);
}

type Recording = { command: CommandNamed<'record' | 'amend'>; context: CommandContext };

function opinionStep(workshop: Workshop, item: string, recording: Recording): StepDecision {
  const composed = composeOpinion(workshop, item, recording);
  return composed.ok ? { step: { step: 'recorded', item, opinion: composed.value } } : faulty(...composed.faults);
}
