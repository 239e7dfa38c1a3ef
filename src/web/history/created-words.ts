import type { AssessmentChange } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';
import { setupChanges } from './setup-changes.ts';

/** Which checklist it was begun with, and everything that was set up. */
export function createdWords(
  { checklist: pinned, setup }: Extract<AssessmentChange, { type: 'created' }>,
  checklist: Checklist,
  format: Format,
): AnswerChange[] {
  const named = format.t('changes.checklist.named', { title: format.text(checklist.title), version: pinned.version });
  return [
    ...changed('checklist', format.t('changes.checklist'), '', named),
    ...setupChanges({ before: undefined, after: setup }, checklist, format),
  ];
}
