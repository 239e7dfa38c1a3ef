import type { MilestoneEntry } from '#assessment/milestone.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';

/** Its name and hash, so that the trail alone tells what was kept. */
export function milestoneWords({ name, sha256 }: MilestoneEntry, { t }: Format): AnswerChange[] {
  return [
    ...changed('milestone', t('changes.milestone.name'), '', name),
    ...changed('sha256', t('changes.milestone.sha256'), '', sha256),
  ];
}
