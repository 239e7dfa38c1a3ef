import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { type AnswerRefusal, findRecord, recordAnswer } from '#assessment/record-answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import { parseAnswerForm } from '../assessment/answer-form.ts';
import { contradictionsOf, joinTyped, type Versions } from '../assessment/join-typed.ts';
import { sameTyped, type TypedAnswer, typedOfAnswer } from '../assessment/typed-answer.ts';

/** `base` is what the form showed, `typed` what it was sent with. */
type Join = { item: Item; base: Answer | null; typed: TypedAnswer; by: string; at: string; why: string };

/** `contained`: what was sent is already in what is stored. */
type JoinRefusal = AnswerRefusal | { reason: 'contained'; current: AnswerRecord };

/** What was typed on an older form, joined with the answer that stands now; refused as stale where both say different things of one part. */
export function recordJoined(
  assessment: Assessment,
  checklist: Checklist,
  { item, base, typed, ...stamp }: Join,
): Decision<AssessmentChange, JoinRefusal> {
  const current = findRecord(assessment, item.id);
  const stale = { refused: { reason: 'stale', current } } as const;
  if (!current?.answer) return stale;
  const stored = typedOfAnswer(current.answer, item);
  const versions: Versions = { base: typedOfAnswer(base, item), stored, mine: typed };
  if (contradictionsOf(versions).size > 0) return stale;
  const joined = joinTyped(versions);
  if (sameTyped(joined, stored)) return { refused: { reason: 'contained', current } };
  const form = parseAnswerForm(joined, item, stored);
  if (form.kind !== 'answer') return stale;
  const expectation = { itemId: item.id, expectedRev: current.rev };
  const decision = recordAnswer(assessment, checklist, { ...expectation, ...stamp, answer: form.answer });
  // Each was right for itself: together they are too many records or too long a note.
  return 'refused' in decision && decision.refused.reason === 'faulty' ? stale : decision;
}
