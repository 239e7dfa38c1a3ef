import type { Answer } from '#assessment/answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Suggestion } from '#report/suggest-answers.ts';
import { isInForce } from '#scoring/evidence-ceiling.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { evidenceWords } from '../evidence/evidence-line.ts';
import type { Format } from '../format.ts';

/** The answer of last time in the words of the version that it was given by. */
export function suggestedTitle(
  { item, answer }: Pick<Suggestion, 'item' | 'answer'>,
  origin: OpenAssessment,
  format: Format,
) {
  return answerTitle(answer, findItem(origin.wholeChecklist, item.id) ?? item, origin.wholeChecklist, format);
}

/** What is different since; nothing where the item asks the same in the same words, weighs the same and the evidence still holds. */
export function changesSince({ asks, differences, isPossible, lapsed }: Suggestion, { t }: Format): string[] {
  return [
    ...(asks ? [t(`version.why.${asks}`)] : []),
    ...differences.map(difference => t(`suggestion.since.${difference}`)),
    ...(isPossible ? [] : [t('suggestion.since.impossible')]),
    ...(lapsed > 0 ? [t('suggestion.since.lapsed', { count: lapsed })] : []),
  ];
}

/** Each record in one line, with whether it still holds on the reference date. */
export function suggestedEvidence({ evidence = [] }: Answer, { assessment }: OpenAssessment, format: Format) {
  return evidence.map(record => {
    const holds = isInForce(record, assessment.setup.referenceDate);
    return {
      words: evidenceWords(record, format),
      tag: holds ? null : format.t('suggestion.evidence.lapsed'),
      icon: holds ? 'check' : 'clock-alert',
    };
  });
}
