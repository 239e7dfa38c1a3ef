import { type Answer, answerKindSchema, checkAnswer } from '#assessment/answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { evidenceFields, hasNumber, isBlank, keptEvidence, type TypedAnswer } from './typed-answer.ts';
import { faultyCells, typedMatrix } from './typed-matrix.ts';
import { wholeNumber } from './whole-number.ts';

/** What the fields of one item come to. `answer` is what `recordAnswer` takes, still to be checked against the item. */
export type AnswerForm = { kind: 'blank' } | { kind: 'answer'; answer: unknown } | { kind: 'faulty'; faults: Fault[] };

/** `stored` is what the fields show of the stored answer: a number that was only left standing says nothing new. */
export function parseAnswerForm(typed: TypedAnswer, item: Item, stored: TypedAnswer): AnswerForm {
  if (isBlank(typed)) return { kind: 'blank' };
  const kind = answerKindOf(typed, item);
  if (kind === undefined)
    return { kind: 'faulty', faults: [fault(['answer'], '还没有作答', 'there is no answer yet')] };
  const faults = kind === 'scored' ? faultyCells(typed, item) : contradictions(typed, item, stored);
  if (faults.length > 0) return { kind: 'faulty', faults };
  return {
    kind: 'answer',
    answer: {
      answer: kind,
      ...(kind === 'scored' ? { value: typedValue(typed, item) } : {}),
      ...given('reason', reasonOf(typed, kind)),
      ...given('note', typed.note),
      ...evidenceOf(typed),
    },
  };
}

/** The typed answer where nothing is wrong with it. */
export function understoodAnswer(typed: TypedAnswer, item: Item, checklist: Checklist): Answer | undefined {
  const whole = { ...typed, evidence: typed.evidence.map(record => ({ ...record, ref: false })) };
  const form = parseAnswerForm(whole, item, whole);
  const checked = form.kind === 'answer' ? checkAnswer(form.answer, item, checklist, 'listed') : undefined;
  return checked?.ok ? checked.value : undefined;
}

/** A value typed beside a non-answer: one of them is meant, and the program does not guess which. */
function contradictions({ number, cells }: TypedAnswer, item: Item, stored: TypedAnswer): Fault[] {
  if (hasNumber(item) && number.trim() !== '' && number !== stored.number)
    return [fault(['value'], '既填了数，又选了不打分', 'there is a number and a non-answer')];
  const isNew = ([key, cell]: [string, string]) => cell.trim() !== '' && cell !== stored.cells[key];
  return Object.entries(cells).some(isNew)
    ? [fault(['value'], '既填了格，又选了不打分', 'there are cells and a non-answer')]
    : [];
}

function answerKindOf({ choice, number, cells }: TypedAnswer, item: Item): string | undefined {
  if (answerKindSchema.safeParse(choice).success) return choice;
  const filledIn = hasNumber(item) ? number.trim() !== '' : Object.values(cells).some(cell => cell.trim() !== '');
  return choice !== '' || filledIn ? 'scored' : undefined;
}

/** What is not of the right form goes on as it was typed and is refused by the item's own check. */
function typedValue(typed: TypedAnswer, item: Item): unknown {
  switch (item.kind) {
    case 'maturity':
      return wholeNumber(typed.choice);
    case 'yes-no':
      return typed.choice === 'true' || (typed.choice === 'false' ? false : typed.choice);
    case 'metric':
    case 'deduction':
      return typed.number.trim() === '' ? undefined : decimalNumber(typed.number);
    case 'matrix':
      return typedMatrix(typed, item);
  }
}

/** Full-width digits come from Chinese keyboards. */
export function decimalNumber(text: string): number | string {
  const plain = text.normalize('NFKC').trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

function reasonOf({ reason, withheldReason }: TypedAnswer, kind: string): string {
  if (kind === 'withheld') return withheldReason;
  return kind === 'scored' ? '' : reason;
}

function evidenceOf(typed: TypedAnswer): object {
  const records = keptEvidence(typed).map(record => ({
    ...given('id', record.id),
    // What is only referred to is settled on the newest state.
    ...(record.ref ? {} : Object.assign({}, ...evidenceFields.map(field => given(field, record[field])))),
  }));
  return records.length > 0 ? { evidence: records } : {};
}

/** An empty field is one that was not given. */
function given(name: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [name]: text };
}
