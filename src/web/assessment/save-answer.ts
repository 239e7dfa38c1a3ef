import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { type AnswerRefusal, clearAnswer, findRecord, recordAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import type { Fault } from '#shared/fault.ts';
import { recordJoined } from '../evidence/record-joined.ts';
import type { Format } from '../format.ts';
import { type Site, stampOf } from '../site.ts';
import { type NotTaken, takeSuggestion } from '../suggestions/take-suggestion.ts';
import { isOtherQuestion } from '../version/form-version.ts';
import { adoptAnswer, type NotAdopted } from './adopt-answer.ts';
import { parseAnswerForm } from './answer-form.ts';
import { answerShown, isUntouched, type Others, type Shown, versionsSince } from './answer-shown.ts';
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
  | { kind: 'taken' }
  | NotTaken
  | { kind: 'faulty'; typed: TypedAnswer; faults: Fault[] }
  | { kind: 'stale'; typed: TypedAnswer; current: AnswerRecord; base: Answer | null }
  | { kind: 'joined'; typed: TypedAnswer; rev: number; others: Others };

type Save = Shown & { format: Format };

/** Records what was typed for one item where it differs from what the form showed; never writes over what was not seen: the two are joined, or shown side by side. */
export async function saveAnswer(site: Site, { sent: given, ...save }: Save): Promise<SaveOutcome> {
  const { open, item } = save;
  const sent = { ...given, typed: fillReferences(given.typed, { assessment: open.assessment, itemId: item.id }) };
  if (sent.adopts) return adoptAnswer(site, { open, item, sent }, sent.adopts);
  if (sent.takes) return takeSuggestion(site, { open, item, sent }, { taken: sent.takes, format: save.format });
  const stored = findRecord(open.assessment, item.id)?.answer ?? null;
  if (sent.intent === 'keep-stored') return { kind: 'unchanged' };
  if (isClearing(sent)) return stored ? clear(site, { ...save, sent }) : { kind: 'unchanged' };
  const wanted = await typedBy(site, { ...save, sent });
  if (await isUnchanged(site, { ...save, sent: { ...sent, typed: wanted } })) return { kind: 'unchanged' };
  const typed = withIds(wanted, site.newId);
  if (sent.intent === 'save' && isOtherQuestion(site, open, { itemId: item.id, version: sent.version }))
    return { kind: 'stale', typed, current: findRecord(open.assessment, item.id) ?? neverAnswered, base: null };
  const form = parseAnswerForm(typed, item, typedOfAnswer(stored, item));
  if (form.kind === 'faulty') return { kind: 'faulty', typed, faults: form.faults };
  const answer = form.kind === 'answer' ? form.answer : {};
  const expectedRev = sent.intent === 'save' ? sent.rev : sent.seen;
  const saved = { ...save, sent, typed };
  const outcome = await commit(site, saved, assessment =>
    recordAnswer(assessment, open.checklist, { itemId: item.id, expectedRev, answer, ...stampOf(site) }),
  );
  return outcome.kind === 'stale' && sent.intent === 'save' ? joinStale(site, saved, outcome) : outcome;
}

/** Decided on the newest state: where nothing contradicts, nobody has to be asked. */
async function joinStale(site: Site, save: Save & { typed: TypedAnswer }, stale: SaveOutcome): Promise<SaveOutcome> {
  const { open, item, typed, format } = save;
  const since = await versionsSince(site, save);
  if (!since) return stale;
  const why = format.t('joined.why', { rev: since.rev });
  const done = await site.assessments.commit(open.assessment.id, assessment =>
    recordJoined(assessment, open.checklist, { item, base: since.base, typed, why, ...stampOf(site) }),
  );
  if (!('refused' in done)) return joined(findRecord(done.assessment, item.id), item, since.others);
  return done.refused.reason === 'contained'
    ? joined(done.refused.current, item, since.others)
    : refused(done.refused, typed, async () => since.base);
}

function joined(record: AnswerRecord | undefined, item: Item, others: Others): SaveOutcome {
  return { kind: 'joined', typed: typedOfAnswer(record?.answer, item), rev: record?.rev ?? 0, others };
}

async function typedBy(site: Site, save: Save): Promise<TypedAnswer> {
  const { open, item, sent } = save;
  const stored = findRecord(open.assessment, item.id)?.answer;
  if (sent.intent !== 'join' || !stored) return sent.typed;
  const base = await answerShown(site, save);
  return joinTyped({ base: typedOfAnswer(base, item), stored: typedOfAnswer(stored, item), mine: sent.typed });
}

/** Once another version was decided about, the fields are meant. */
async function isUnchanged(site: Site, save: Save): Promise<boolean> {
  const { open, item, sent } = save;
  const stored = typedOfAnswer(findRecord(open.assessment, item.id)?.answer, item);
  return sent.intent === 'save' ? isUntouched(site, save) : sameTyped(sent.typed, stored);
}

async function clear(site: Site, save: Save): Promise<SaveOutcome> {
  const { open, item, sent } = save;
  const expectation = { itemId: item.id, expectedRev: sent.intent === 'clear' ? sent.rev : sent.seen };
  const outcome = await commit(site, { ...save, typed: sent.typed }, assessment =>
    clearAnswer(assessment, open.checklist, { ...expectation, ...stampOf(site) }),
  );
  return outcome.kind === 'saved' ? { kind: 'cleared' } : outcome;
}

async function commit(
  site: Site,
  { typed, ...save }: Save & { typed: TypedAnswer },
  decide: (assessment: Assessment) => Decision<AssessmentChange, AnswerRefusal>,
): Promise<SaveOutcome> {
  const done = await site.assessments.commit(save.open.assessment.id, decide);
  if ('refused' in done) return refused(done.refused, typed, () => answerShown(site, save));
  return {
    kind: 'saved',
    typed: { ...typed, evidence: keptEvidence(typed) },
    rev: findRecord(done.assessment, save.item.id)?.rev ?? 0,
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
