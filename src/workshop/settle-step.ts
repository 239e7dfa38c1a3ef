import { fault } from '#shared/fault.ts';
import { faulty, type StepDecision } from './step-decision.ts';
import type { Workshop } from './workshop.ts';
import type { CommandNamed } from './workshop-command.ts';

export function settleStep({ questions }: Workshop, { index, settled }: CommandNamed<'settle-question'>): StepDecision {
  if (!questions[index]) return faulty(fault(['index'], '没有这个问题', 'there is no such question'));
  return { step: { step: 'question-settled', index, settled } };
}
