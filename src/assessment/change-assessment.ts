import type { Decision } from '#shared/decision.ts';
import type { Assessment, AssessmentChange, Setup } from './assessment.ts';

type Stamp = { by: string; at: string };

/** A final assessment is changed only after it was reopened. */
export function changeSetup(
  assessment: Assessment,
  { setup, origin }: { setup: Setup; origin: string | undefined },
  stamp: Stamp,
): Decision<AssessmentChange, 'final' | 'unchanged'> {
  if (assessment.state === 'final') return { refused: 'final' };
  const isSameOrigin = assessment.origin === origin;
  return isSameOrigin && JSON.stringify(assessment.setup) === JSON.stringify(setup)
    ? { refused: 'unchanged' }
    : { change: { type: 'set-up-changed', ...stamp, setup, ...(isSameOrigin ? {} : { origin: origin ?? null }) } };
}

/** Handing in, and taking it back: refused when it is so already. */
export function changeState(
  assessment: Assessment,
  state: Assessment['state'],
  stamp: Stamp,
): Decision<AssessmentChange, 'unchanged'> {
  if (assessment.state === state) return { refused: 'unchanged' };
  return { change: { type: state === 'final' ? 'made-final' : 'reopened', ...stamp } };
}
