import { applyChange, filesWith, stampOf } from './apply-change.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from './assessment.ts';

/** Makes of many changes what `applyChange` makes of them one after the other. Answers, of which a journal has most, wait together: each by itself would copy all the others. */
export function foldChanges(before: Assessment | undefined) {
  let folded = before;
  let answers: Map<string, AnswerRecord> | undefined;

  function settled(): Assessment | undefined {
    if (folded && answers) folded = { ...folded, answers: Object.fromEntries(answers) };
    answers = undefined;
    return folded;
  }

  return {
    take: (change: AssessmentChange): void => {
      if (change.type !== 'answered' || !folded) {
        folded = applyChange(settled(), change);
        return;
      }
      answers ??= new Map(Object.entries(folded.answers));
      answers.set(change.item, { ...stampOf(change), answer: change.answer });
      folded = { ...folded, ...filesWith(folded, change.answer.evidence ?? []), changedAt: change.at };
    },
    document: settled,
  };
}
