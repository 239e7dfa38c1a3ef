import type { AssessmentChange } from '#assessment/assessment.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';
import type { EntryVersions } from './entry-versions.ts';
import { setupChanges } from './setup-changes.ts';

/** Which checklist it was begun with, and everything that was set up. */
export function createdWords(
  { checklist: pinned, ...created }: Extract<AssessmentChange, { type: 'created' }>,
  versions: EntryVersions,
  format: Format,
): AnswerChange[] {
  const named = format.t('changes.checklist.named', {
    title: format.text(versions.checklist.title),
    version: pinned.version,
  });
  return [
    ...changed('checklist', format.t('changes.checklist'), '', named),
    ...setupChanges({ before: undefined, after: created }, versions, format),
  ];
}
