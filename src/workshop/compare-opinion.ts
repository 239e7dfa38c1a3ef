import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AnswerRecord } from '#assessment/assessment.ts';
import type { Opinion } from './opinion.ts';
import { answerOfOpinion } from './opinion-answer.ts';
import { authorOf } from './opinion-author.ts';

/** `adopted`: the answer is this opinion's own. `same`: somebody answered the same. */
export const relationSchema = z.enum(['adopted', 'same', 'differs', 'unanswered']);
export type Relation = z.infer<typeof relationSchema>;

/** How an opinion and the item's present answer go together: by kind of answer and value, not by note or evidence. */
export function compareOpinion(opinion: Opinion, workshopId: string, record: AnswerRecord | undefined): Relation {
  const answer = record?.answer;
  if (!answer) return 'unanswered';
  if (record.by === authorOf({ workshopId, version: opinion.version })) return 'adopted';
  const wanted = answerOfOpinion(opinion);
  return wanted.answer === answer.answer && isDeepStrictEqual(wanted.value, answer.value) ? 'same' : 'differs';
}
