import { type AnswerRefusal, findRecord, recordAnswer } from '#assessment/record-answer.ts';
import { isSameAnswer } from '#assessment/same-answer.ts';
import type { Suggestion } from '#report/suggest-answers.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { type Site, stampOf } from '../site.ts';

export type Confirming = { open: OpenAssessment; origin: OpenAssessment; suggestion: Suggestion };

/** Through the one way to record an answer, with where it comes from in the history; gives what stood in the way. Nothing does where it is the answer already: somebody pressed twice at once. */
export async function confirmSuggestion(
  site: Site,
  { open: { assessment, checklist }, origin, suggestion: { item, answer } }: Confirming,
  format: Format,
): Promise<AnswerRefusal['reason'] | undefined> {
  const expectedRev = findRecord(assessment, item.id)?.rev ?? 0;
  const why = format.t('suggestion.why', { period: origin.assessment.setup.period });
  const done = await site.assessments.commit(assessment.id, current =>
    recordAnswer(current, checklist, { itemId: item.id, expectedRev, answer, why, ...stampOf(site) }),
  );
  if (!('refused' in done)) return undefined;
  const { refused } = done;
  const isRecorded = refused.reason === 'stale' && isSameAnswer(refused.current?.answer ?? null, answer);
  return isRecorded ? undefined : refused.reason;
}
