import type { Answer } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
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

/**
 * The same in place of an answer that is there: a room decides on the level, it does not take away what was laid before it. Evidence
 * stays, the note stays where the room wrote none; but for what came from earlier versions of the same opinion.
 */
export function answerInPlaceOf(present: Answer | undefined, opinion: Opinion, earlier: readonly Opinion[]): Answer {
  const own = answerOfOpinion(opinion);
  if (!present) return own;
  const note = own.note ?? (earlier.some(({ rationale }) => rationale === present.note) ? undefined : present.note);
  const evidence = [...keptEvidence(present, opinion, earlier), ...(own.evidence ?? [])];
  return { ...own, ...(note ? { note } : {}), ...(evidence.length > 0 ? { evidence } : {}) };
}

function keptEvidence({ evidence = [] }: Answer, opinion: Opinion, earlier: readonly Opinion[]): Evidence[] {
  const brought = new Set([...earlier, opinion].flatMap(each => (each.evidence ?? []).map(({ id }) => id)));
  return evidence.filter(({ id }) => id === undefined || !brought.has(id));
}
