import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord } from '#assessment/assessment.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { answerErrors, type FieldError } from './answer-errors.ts';
import type { Others, SaveOutcome } from './save-answer.ts';
import { isClearing, type SentFields } from './sent-fields.ts';
import type { TypedAnswer } from './typed-answer.ts';

/** The newer answer that stands in the way, what both began with, and whether the answer was to be cleared. */
export type Conflict = { current: AnswerRecord; base: Answer | null; clearing: boolean };

/** What was sent for an item and how it went; its card shows the fields as they were sent. */
export type SentAnswer = {
  typed: TypedAnswer;
  /** The revision the fields were read at, or the new one when they were saved. */
  rev: number;
  errors: FieldError[];
  conflict: Conflict | null;
  /** Whose saving it was joined with. */
  joined: Others | null;
};

/** Null where nothing of what was sent remains to be shown. */
export function sentAnswerOf(
  outcome: SaveOutcome,
  { item, checklist, fields }: { item: Item; checklist: Checklist; fields: SentFields },
  format: Format,
): SentAnswer | null {
  const { rev } = fields;
  switch (outcome.kind) {
    case 'unchanged':
    case 'cleared':
      return null;
    case 'saved':
      return { typed: outcome.typed, rev: outcome.rev, errors: [], conflict: null, joined: null };
    case 'joined': {
      const { typed, others } = outcome;
      return { typed, rev: outcome.rev, errors: [], conflict: null, joined: others };
    }
    case 'faulty': {
      const { typed, faults } = outcome;
      return {
        typed,
        rev,
        errors: answerErrors(faults, { typed, item, checklist }, format),
        conflict: null,
        joined: null,
      };
    }
    case 'stale': {
      const { typed, current, base } = outcome;
      return { typed, rev, errors: [], conflict: { current, base, clearing: isClearing(fields) }, joined: null };
    }
  }
}

/** Whether there is nothing to say of it. */
export function isSettled({ errors, conflict, joined }: SentAnswer): boolean {
  return errors.length === 0 && conflict === null && joined === null;
}

/** 422 where something must be corrected, 412 where another version stands in the way. */
export function statusOf(sent: SentAnswer[]): 200 | 412 | 422 {
  if (sent.some(({ errors }) => errors.length > 0)) return 422;
  return sent.some(({ conflict }) => conflict !== null) ? 412 : 200;
}
