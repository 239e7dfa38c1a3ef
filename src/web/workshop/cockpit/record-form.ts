import { z } from 'zod';
import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Opinion } from '#workshop/opinion.ts';
import { answerOfOpinion } from '#workshop/opinion-answer.ts';
import { type AnswerForm, parseAnswerForm } from '../../assessment/answer-form.ts';
import { fillReferences } from '../../assessment/fill-references.ts';
import type { FormFields } from '../../assessment/form-fields.ts';
import { readTypedAnswer, type TypedAnswer, typedOfAnswer } from '../../assessment/typed-answer.ts';

export type TypedAction = { what: string; who: string; due: string };

/** The form that records what the room agreed on: the fields of an answer, with what only a room has beside them. */
export type TypedRecord = { answer: TypedAnswer; dissent: string; actions: TypedAction[]; reason: string };

export const actionRows = 3;

/** A record chosen from the register is written out: the opinion keeps what it said when it was recorded. */
export function readTypedRecord(fields: FormFields, item: Item, assessment: Assessment): TypedRecord {
  const read = (name: string) => (fields.get(name) ?? '').replace(/\r\n?/g, '\n');
  const rows = Array.from({ length: 20 }, (_, index) => ({
    what: read(`action:${index}:what`),
    who: read(`action:${index}:who`),
    due: read(`action:${index}:due`),
  }));
  const answer = fillReferences(readTypedAnswer(fields, item), { assessment, itemId: item.id });
  const last = rows.findLastIndex(row => !isBlankAction(row));
  return {
    answer: { ...answer, evidence: answer.evidence.map(record => ({ ...record, ref: false })) },
    dissent: read('dissent'),
    actions: rows.slice(0, last + 1),
    reason: read('reason'),
  };
}

/** What is recorded already, to be amended. */
export function typedOfOpinion(opinion: Opinion, item: Item): TypedRecord {
  const actions = (opinion.actions ?? []).map(({ what, who = '', due = '' }) => ({ what, who, due }));
  return {
    answer: typedOfAnswer(answerOfOpinion(opinion), item),
    ...{ dissent: opinion.dissent ?? '', actions, reason: '' },
  };
}

/** Before anything is typed: the median where it is a level, so that only what differs has to be chosen. */
export function typedOfMedian(median: number | null, item: Item): TypedRecord {
  const isLevel = median !== null && Number.isInteger(median);
  const choice = item.kind === 'yes-no' ? String(median === 1) : String(median);
  return {
    answer: { ...typedOfAnswer(undefined, item), ...(isLevel ? { choice } : {}) },
    ...{ dissent: '', actions: [], reason: '' },
  };
}

/** The figure that the assessment has, which the room was shown; what goes with it is the room's own. */
export function typedOfFigure(answer: Answer | undefined, item: Item): TypedRecord {
  const { choice, number, cells } = typedOfAnswer(answer, item);
  const isKnown = answer?.answer === 'scored';
  return {
    answer: { ...typedOfAnswer(undefined, item), ...(isKnown ? { choice, number, cells } : {}) },
    ...{ dissent: '', actions: [], reason: '' },
  };
}

const answerSchema = z.object({
  answer: z.string(),
  value: z.unknown().optional(),
  note: z.unknown().optional(),
  evidence: z.unknown().optional(),
});

/**
 * The fields of the command, as `decideCommand` takes them; an empty field is one that was not given. Null is a value that cannot be
 * read, such as a figure beside "not known": it is refused there.
 */
export function recordBody({ answer, dissent, actions, reason }: TypedRecord, item: Item): object {
  const isChosen = answer.choice !== '' || answer.number.trim() !== '' || Object.values(answer.cells).some(Boolean);
  const blank = typedOfAnswer(undefined, item);
  const form = parseAnswerForm(isChosen ? answer : { ...answer, choice: 'unknown' }, item, blank);
  const parsed = answerSchema.parse(form.kind === 'answer' ? form.answer : { answer: 'unknown' });
  return {
    ...(isChosen ? { value: recordedValue(form.kind, parsed) } : {}),
    ...given('rationale', parsed.note),
    ...given('evidence', parsed.evidence),
    ...given('dissent', dissent),
    ...given('actions', actionsOf(actions)),
    ...given('reason', reason),
  };
}

function recordedValue(kind: AnswerForm['kind'], { answer, value }: z.infer<typeof answerSchema>): unknown {
  if (kind !== 'answer') return null;
  return answer === 'unknown' ? 'unknown' : (value ?? null);
}

function actionsOf(actions: TypedAction[]): object[] {
  return actions
    .filter(row => !isBlankAction(row))
    .map(({ what, who, due }) => ({ what, ...given('who', who), ...given('due', due) }));
}

function isBlankAction({ what, who, due }: TypedAction): boolean {
  return [what, who, due].every(text => text.trim() === '');
}

function given(name: string, value: unknown): object {
  const isEmpty =
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { [name]: value };
}
