import { withheldReasonSchema } from '#assessment/answer.ts';
import { isExcludedByFact, workLeft } from '#assessment/progress.ts';
import { findAnswer, findRecord } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { evidenceFieldsOf } from '../evidence/evidence-fields.ts';
import type { Format } from '../format.ts';
import { suggestionCard } from '../suggestions/suggestion-card.ts';
import { understoodAnswer } from './answer-form.ts';
import { answerTitle } from './answer-title.ts';
import type { CardContext } from './card-context.ts';
import { conflictView } from './conflict-view.ts';
import { itemHead } from './item-head.ts';
import { ladderOf } from './item-ladder.ts';
import { othersWords } from './joined-words.ts';
import { opinionCards, opinionHint } from './opinion-cards.ts';
import type { SentAnswer } from './sent-answer.ts';
import { fieldName, type TypedAnswer, typedOfAnswer } from './typed-answer.ts';
import { choicesOf, valueFieldsOf } from './value-fields.ts';

type Given = Pick<CardContext, 'open' | 'options' | 'uploads'> & {
  item: Item;
  typed: TypedAnswer;
  sent: SentAnswer | undefined;
};

/** One item of the form: what is asked, what is answered, what is wrong. */
export function answerCard(item: Item, context: CardContext, format: Format) {
  const { open, nextItemId, sent: allSent, folds } = context;
  const { assessment } = open;
  const sent = allSent.get(item.id);
  const answer = findAnswer(assessment, item.id);
  const given: Given = { ...context, item, typed: sent?.typed ?? typedOfAnswer(answer, item), sent };
  const excluded = isExcludedByFact(item, assessment.setup.profile);
  const isNext = item.id === nextItemId;
  return {
    ...itemHead(item, open, format),
    itemId: item.id,
    isNext,
    replaced: context.replaced,
    folded: folds && !sent && (excluded || workLeft(item, answer) === 'done'),
    classes: isNext ? 'item-card is-next' : 'item-card',
    excluded: excluded ? format.t('area.excluded') : null,
    fold: { ...foldView(given, excluded, format), opinion: opinionHint({ ...context, item }, format) },
    state: stateView(given, format),
    opinions: opinionCards({ ...context, item }, format),
    suggestion: suggestionCard({ ...context, item }, format),
    form: excluded ? null : formView(given, format),
  };
}

function foldView({ item, open }: Given, excluded: boolean, format: Format) {
  const answer = findAnswer(open.assessment, item.id);
  if (excluded || !answer) return { chip: null, words: excluded ? format.t('area.excluded.short') : '' };
  const { chip, words } = answerTitle(answer, item, open.checklist, format);
  const count = answer.evidence?.length ?? 0;
  return { chip, words: count > 0 ? format.t('area.fold', { words, count }) : words };
}

function stateView({ item, open, sent }: Given, format: Format) {
  const { t } = format;
  const record = findRecord(open.assessment, item.id);
  if (sent?.conflict) return { classes: 'is-conflict', icon: 'triangle-alert', text: t('area.state.conflict') };
  if (sent?.notAdopted) return { classes: 'is-conflict', icon: 'triangle-alert', text: t('opinions.state') };
  if (sent?.notTaken) return { classes: 'is-conflict', icon: 'triangle-alert', text: t('suggestion.state') };
  if (sent && sent.errors.length > 0)
    return { classes: 'is-unsaved', icon: 'triangle-alert', text: t('area.state.faulty') };
  if (!record?.answer) return { classes: 'is-unsaved', icon: 'circle-dashed', text: t('assessment.unanswered') };
  return { classes: '', icon: 'check', text: t('area.state.saved', { when: format.time(record.at) }) };
}

function formView(given: Given, format: Format) {
  const { item, open, typed, sent, options, uploads } = given;
  const { assessment, checklist } = open;
  const record = findRecord(assessment, item.id);
  const answer = (sent && understoodAnswer(typed, item, checklist)) ?? record?.answer ?? undefined;
  const { referenceDate } = assessment.setup;
  const errors = sent?.errors ?? [];
  const texts = new Map(errors.map(({ field, text }) => [field, text]));
  const error = (field: string) => texts.get(field) ?? null;
  const field = (name: string, value: string) => ({ name: fieldName(item, name), value, error: error(name) });
  return {
    rev: { name: fieldName(item, 'rev'), value: String(sent?.rev ?? record?.rev ?? 0) },
    version: { name: fieldName(item, 'version'), value: assessment.checklist.version },
    conflict: sent?.conflict ? conflictView({ typed, conflict: sent.conflict, item, open }, format) : null,
    joined: sent?.joined ? format.t('joined.text', othersWords(sent.joined, open, format)) : null,
    legend: format.t('area.choice', { code: item.code }),
    choice: field('choice', typed.choice),
    ladder: ladderOf({ item, checklist, answer, referenceDate }, typed, format),
    ladderHasRadios: item.kind === 'maturity',
    ladderFolded: item.kind === 'maturity' && !/^-?\d+$/.test(typed.choice) && typed.choice !== '',
    unfold: format.t('area.unfold'),
    values: valueFieldsOf(item, typed, { format, error, differing: differingKeys(given) }),
    ...choicesOf(item, typed, format),
    withheld: { ...field('withheld-reason', typed.withheldReason), options: withheldOptions(typed, format) },
    reason: field('reason', typed.reason),
    evidence: evidenceFieldsOf({ item, open, answer, typed, errors, options, uploads }, format),
    note: field('note', typed.note),
    foot: footView(given, format),
  };
}

/** The cells in which the version that stands in the way says something else. */
function differingKeys({ item, typed, sent }: Given): ReadonlySet<string> {
  const stored = sent?.conflict ? typedOfAnswer(sent.conflict.current.answer, item).cells : {};
  return new Set(Object.keys(stored).filter(key => stored[key] !== (typed.cells[key] ?? '').trim()));
}

function withheldOptions({ withheldReason }: TypedAnswer, { t }: Format) {
  return [
    { value: '', label: t('area.withheld.choose'), chosen: withheldReason === '' },
    ...withheldReasonSchema.options.map(value => ({
      value,
      label: t(`assessment.withheld.${value}`),
      chosen: value === withheldReason,
    })),
  ];
}

function footView({ item, open }: Given, { t }: Format) {
  const record = findRecord(open.assessment, item.id);
  return {
    history: record
      ? {
          href: `/assessments/${open.assessment.id}/items/${encodeURIComponent(item.id)}/history`,
          text: t('area.history', { rev: record.rev }),
        }
      : null,
    clear: record?.answer ? { value: item.id, label: t('area.clear.submit', { code: item.code }) } : null,
    save: { value: item.id, label: t('area.save') },
  };
}
