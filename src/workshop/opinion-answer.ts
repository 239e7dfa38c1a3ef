import type { Answer } from '#assessment/answer.ts';
import type { Opinion } from './opinion.ts';

/** The answer to the item that an opinion makes. */
export function answerOfOpinion({
  value,
  rationale,
  evidence,
}: Pick<Opinion, 'value' | 'rationale' | 'evidence'>): Answer {
  return {
    ...(value === 'unknown' ? { answer: 'unknown' as const } : { answer: 'scored' as const, value }),
    ...(rationale ? { note: rationale } : {}),
    ...(evidence && evidence.length > 0 ? { evidence } : {}),
  };
}
