import { findRecord } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Suggestion } from '#report/suggest-answers.ts';
import type { CardContext } from '../assessment/card-context.ts';
import type { Format } from '../format.ts';
import { changesSince, suggestedEvidence, suggestedTitle } from './suggestion-words.ts';
import { takeValue } from './take-value.ts';

type Given = Pick<CardContext, 'open' | 'sent' | 'suggested'> & { item: Item };

/** The answer of last time beside an item that is still open; it fills in nothing until it is taken over. */
export function suggestionCard(given: Given, format: Format) {
  const { item, sent, suggested } = given;
  const why = sent.get(item.id)?.notTaken ?? null;
  const suggestion = suggested?.byItem.get(item.id);
  return {
    id: `${item.id}:suggestion`,
    trouble: why ? format.t(`suggestion.not-taken.${why}`) : null,
    cards: suggestion ? [cardOf(suggestion, given, format)] : [],
  };
}

function cardOf(suggestion: Suggestion, { item, open, suggested }: Given, format: Format) {
  const { t } = format;
  const { answer, record, asks, isPossible, isSafe } = suggestion;
  const since = changesSince(suggestion, format);
  return {
    title: suggested ? suggestedTitle(suggestion, suggested.origin, format) : null,
    tags: [
      ...since.map(words => ({
        words,
        classes: isSafe ? '' : 'is-warn',
        icon: isSafe ? 'info' : 'triangle-alert',
      })),
      ...(since.length === 0 ? [{ words: t('suggestion.since.nothing'), classes: 'is-ok', icon: 'check' }] : []),
    ],
    source: t('suggestion.source', {
      period: suggested?.origin.assessment.setup.period ?? '',
      when: format.dayAndTime(record.at),
    }),
    note: answer.note ?? '',
    evidence: suggestedEvidence(answer, open, format),
    take: isPossible
      ? {
          value: takeValue(item.id, { originRev: record.rev, rev: findRecord(open.assessment, item.id)?.rev ?? 0 }),
          label: t('suggestion.take', { code: item.code }),
          hint: t(asks ? 'suggestion.take.hint.asks' : 'suggestion.take.hint'),
        }
      : null,
  };
}
