import type { Assessment } from '#assessment/assessment.ts';
import { isNameTaken } from '#assessment/keep-milestone.ts';
import type { Format } from '../format.ts';

/** For a final assessment the name that nearly everybody will give it; nothing where it is taken or it is too early to say. */
export function suggestedName(assessment: Assessment, { t }: Format): string {
  if (assessment.state !== 'final') return '';
  const name = t('milestone.suggested', { period: assessment.setup.period });
  return isNameTaken(assessment, name) ? '' : name;
}
