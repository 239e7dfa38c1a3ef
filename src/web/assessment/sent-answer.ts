import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord } from '#assessment/assessment.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { NotTaken } from '../suggestions/take-suggestion.ts';
import type { NotAdopted } from './adopt-answer.ts';
import { answerErrors, type FieldError } from './answer-errors.ts';
import type { Others } from './answer-shown.ts';
import type { SaveOutcome } from './save-answer.ts';
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
  /** Why an opinion was not adopted. */
  notAdopted: NotAdopted['why'] | null;
  /** Why the answer of last time was not taken over. */
  notTaken: NotTaken['why'] | null;
  /** Whose saving it was joined with. */
  joined: Others | null;
};

const untroubled = { errors: [], conflict: null, notAdopted: null, notTaken: null, joined: null };

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
    case 'adopted':
    case 'taken':
      return null;
    case 'saved':
      return { ...untroubled, typed: outcome.typed, rev: outcome.rev };
    case 'joined': {
      const { typed, others } = outcome;
      return { ...untroubled, typed, rev: outcome.rev, joined: others };
    }
    case 'not-adopted':
      return { ...untroubled, typed: outcome.typed, rev: outcome.rev, notAdopted: outcome.why };
    case 'not-taken':
      return { ...untroubled, typed: outcome.typed, rev: outcome.rev, notTaken: outcome.why };
    case 'faulty': {
      const { typed, faults } = outcome;
      return { ...untroubled, typed, rev, errors: answerErrors(faults, { typed, item, checklist }, format) };
    }
    case 'stale': {
      const { typed, current, base } = outcome;
      return { ...untroubled, typed, rev, conflict: { current, base, clearing: isClearing(fields) } };
    }
  }
}

/** Whether there is nothing to say of it. */
export function isSettled({ errors, conflict, notAdopted, notTaken, joined }: SentAnswer): boolean {
  return errors.length === 0 && [conflict, notAdopted, notTaken, joined].every(one => one === null);
}

/** 422 where something must be corrected, 412 where another version stands in the way. */
export function statusOf(sent: SentAnswer[]): 200 | 412 | 422 {
  if (sent.some(isFaulty)) return 422;
  return sent.some(one => [one.conflict, one.notAdopted, one.notTaken].some(what => what !== null)) ? 412 : 200;
}

function isFaulty({ errors, notAdopted, notTaken }: SentAnswer): boolean {
  return errors.length > 0 || notAdopted === 'faulty' || notTaken === 'faulty' || notTaken === 'typed';
}
