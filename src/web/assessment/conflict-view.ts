import type { Answer } from '#assessment/answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { understoodAnswer } from './answer-form.ts';
import { answerTitle } from './answer-title.ts';
import { conflictDifferences } from './conflict-differences.ts';
import { joinTyped } from './join-typed.ts';
import type { OpenAssessment } from './open-assessment.ts';
import { personName } from './person-name.ts';
import type { Conflict } from './sent-answer.ts';
import { fieldName, type TypedAnswer, typedOfAnswer } from './typed-answer.ts';

type Given = { typed: TypedAnswer; conflict: Conflict; item: Item; open: OpenAssessment };

/** A part of the page that becomes a wall of text helps nobody to decide. */
const shown = 200;

/** Both versions side by side, who and when, everything that differs, and the ways on. */
export function conflictView(given: Given, format: Format) {
  const { t } = format;
  const { conflict, item } = given;
  const { current } = conflict;
  const mine = mineOf(given);
  const differences = conflictDifferences(
    { ...given, checklist: given.open.checklist, mine, joined: joinedOf(given) },
    format,
  );
  return {
    text: textOf(given, format),
    seen: { name: fieldName(item, 'seen'), value: String(current.rev) },
    sides: [
      { heading: storedHeading(given, format), title: titleOf(current.answer, given, format) },
      { heading: t('area.conflict.yours'), title: titleOf(mine, given, format) },
    ],
    differences: differences.slice(0, shown),
    more: differences.length > shown ? t('conflict.more', { count: differences.length - shown }) : null,
    ...waysOf(given, differences, format),
  };
}

function mineOf({ typed, conflict, item, open }: Given): Answer | null {
  return conflict.clearing ? null : (understoodAnswer(typed, item, open.checklist) ?? null);
}

/** What joining would store; null where there is nothing to join. */
function joinedOf({ typed, conflict, item, open }: Given): Answer | null {
  if (conflict.clearing || !conflict.current.answer) return null;
  const versions = { base: typedOfAnswer(conflict.base, item), stored: typedOfAnswer(conflict.current.answer, item) };
  return understoodAnswer(joinTyped({ ...versions, mine: typed }), item, open.checklist) ?? null;
}

function titleOf(answer: Answer | null, { item, open }: Given, format: Format) {
  return answer
    ? answerTitle(answer, item, open.checklist, format)
    : { chip: null, words: format.t('area.conflict.no-answer') };
}

function textOf({ conflict: { current }, open }: Given, format: Format): string {
  const { t } = format;
  if (current.rev === 0) return t('area.conflict.never');
  const facts = { who: personName(current.by, open, format), when: format.time(current.at), rev: current.rev };
  return current.answer ? t('area.conflict.text', facts) : t('conflict.cleared', facts);
}

function storedHeading({ conflict: { current }, open }: Given, format: Format): string {
  if (current.rev === 0) return format.t('area.conflict.stored-never');
  return format.t('area.conflict.stored', { who: personName(current.by, open, format), when: format.time(current.at) });
}

function waysOf({ conflict, item }: Given, differences: { contradicts: boolean }[], { t }: Format) {
  const way = (name: string, label: string) => ({ value: `${name}:${item.id}`, label });
  const keep = way('keep-stored', t('area.conflict.keep-stored'));
  if (conflict.clearing) return { mine: way('clear-anyway', t('conflict.clear-anyway')), others: [keep] };
  const count = differences.filter(({ contradicts }) => contradicts).length;
  const join = way('join', count > 0 ? t('conflict.join.stored', { count }) : t('conflict.join'));
  return {
    mine: way('use-mine', t('area.conflict.use-mine')),
    others: [keep, ...(conflict.current.answer ? [join] : [])],
  };
}
