import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { type AnswerRefusal, clearAnswer, findRecord, recordAnswer } from '#assessment/record-answer.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import type { Fault } from '#shared/fault.ts';
import { type Site, stampOf } from '../site.ts';
import { adoptAnswer, type NotAdopted } from './adopt-answer.ts';
import { parseAnswerForm } from './answer-form.ts';
import { answerShown, isUntouched, type Save } from './answer-shown.ts';
import { fillReferences } from './fill-references.ts';
import { joinTyped } from './join-typed.ts';
import { isClearing } from './sent-fields.ts';
import { keptEvidence, sameTyped, type TypedAnswer, typedOfAnswer } from './typed-answer.ts';

/** `typed` is what stands on the form afterwards; new evidence records have their ids. */
export type SaveOutcome =
  | { kind: 'saved'; typed: TypedAnswer; rev: number }
  | { kind: 'unchanged' }
  | { kind: 'cleared' }
  | { kind: 'adopted' }
  | NotAdopted
  | { kind: 'faulty'; typed: TypedAnswer; faults: Fault[] }
  | { kind: 'stale'; typed: TypedAnswer; current: AnswerRecord; base: Answer | null };

/** Records what was typed for one item where it differs from what the form showed; never writes over an answer that was not seen. */
export async function saveAnswer(site: Site, { open, item, sent: given }: Save): Promise<SaveOutcome> {
  const sent = { ...given, typed: fillReferences(given.typed, { assessment: open.assessment, itemId: item.id }) };
  if (sent.adopts) return adoptAnswer(site, { open, item, sent }, sent.adopts);
  const stored = findRecord(open.assessment, item.id)?.answer ?? null;
  if (sent.intent === 'keep-stored') return { kind: 'unchanged' };
  if (isClearing(sent)) return stored ? clear(site, { open, item, sent }) : { kind: 'unchanged' };
  const wanted = await typedBy(site, { open, item, sent });
  if (await isUnchanged(site, { open, item, sent: { ...sent, typed: wanted } })) return { kind: 'unchanged' };
  const typed = withIds(wanted, site.newId);
  const form = parseAnswerForm(typed, item, typedOfAnswer(stored, item));
  if (form.kind === 'faulty') return { kind: 'faulty', typed, faults: form.faults };
  const answer = form.kind === 'answer' ? form.answer : {};
  const expectedRev = sent.intent === 'save' ? sent.rev : sent.seen;
  return commit(site, { open, item, sent, typed }, assessment =>
    recordAnswer(assessment, open.checklist, { itemId: item.id, expectedRev, answer, ...stampOf(site) }),
  );
}

async function typedBy(site: Site, { open, item, sent }: Save): Promise<TypedAnswer> {
  const stored = findRecord(open.assessment, item.id)?.answer;
  if (sent.intent !== 'join' || !stored) return sent.typed;
  const base = await answerShown(site, { open, item, sent });
  return joinTyped({ base: typedOfAnswer(base, item), stored: typedOfAnswer(stored, item), mine: sent.typed });
}

/** Once another version was decided about, the fields are meant. */
async function isUnchanged(site: Site, { open, item, sent }: Save): Promise<boolean> {
  const stored = typedOfAnswer(findRecord(open.assessment, item.id)?.answer, item);
  return sent.intent === 'save' ? isUntouched(site, { open, item, sent }) : sameTyped(sent.typed, stored);
}

async function clear(site: Site, { open, item, sent }: Save): Promise<SaveOutcome> {
  const expectation = { itemId: item.id, expectedRev: sent.intent === 'clear' ? sent.rev : sent.seen };
  const outcome = await commit(site, { open, item, sent, typed: sent.typed }, assessment =>
    clearAnswer(assessment, open.checklist, { ...expectation, ...stampOf(site) }),
  );
  return outcome.kind === 'saved' ? { kind: 'cleared' } : outcome;
}

async function commit(
  site: Site,
  { open, item, sent, typed }: Save & { typed: TypedAnswer },
  decide: (assessment: Assessment) => Decision<AssessmentChange, AnswerRefusal>,
): Promise<SaveOutcome> {
  const done = await site.assessments.commit(open.assessment.id, decide);
  if ('refused' in done) return refused(done.refused, typed, () => answerShown(site, { open, item, sent }));
  return {
    kind: 'saved',
    typed: { ...typed, evidence: keptEvidence(typed) },
    rev: findRecord(done.assessment, item.id)?.rev ?? 0,
  };
}

async function refused(
  refusal: AnswerRefusal,
  typed: TypedAnswer,
  baseOf: () => Promise<Answer | null>,
): Promise<SaveOutcome> {
  switch (refusal.reason) {
    case 'faulty':
      return { kind: 'faulty', typed, faults: refusal.faults };
    case 'stale':
      return { kind: 'stale', typed, current: refusal.current ?? neverAnswered, base: await baseOf() };
    case 'final':
    case 'out-of-scope':
      throw new AppError(refusal.reason);
  }
}

/** What stands in the way of a form that is ahead of the store, such as one left open while an older backup was put back. */
const neverAnswered: AnswerRecord = { rev: 0, by: '', at: '', answer: null };

function withIds(typed: TypedAnswer, newId: () => string): TypedAnswer {
  return { ...typed, evidence: typed.evidence.map(record => ({ ...record, id: record.id || newId() })) };
}
