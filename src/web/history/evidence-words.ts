import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { type AnswerChange, changed, recordWords } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';

/** What a record of evidence said before and says now, for all items that use it. */
export function evidenceWords(
  { id, record, items }: Extract<AssessmentChange, { type: 'evidence-changed' }>,
  before: Assessment | undefined,
  format: Format,
): AnswerChange[] {
  const was = items
    .flatMap(({ item }) => (before && findAnswer(before, item)?.evidence) ?? [])
    .find(known => known.id === id);
  const words = was ? recordWords(was, format) : '';
  return changed(`evidence:${id}`, format.t('history.evidence.changed'), words, recordWords(record, format));
}
