import type { Answer } from '#assessment/answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { understoodAnswer } from './answer-form.ts';
import { answerTitle } from './answer-title.ts';
import { conflictDifferences, type Difference } from './conflict-differences.ts';
import { type Contradictions, contradictionsOf, joinTyped, type Versions } from './join-typed.ts';
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
  const versions = versionsOf(given);
  const contradictions: Contradictions = versions ? contradictionsOf(versions) : new Map();
  const joined = joinedOf(versions, given);
  const differences = conflictDifferences(
    { ...given, checklist: given.open.checklist, mine, joined, contradictions },
    format,
  );
  return {
    text: textOf(given, contradictions.size, format),
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

/** Undefined where there is nothing to join. */
function versionsOf({ typed, conflict, item }: Given): Versions | undefined {
  if (conflict.clearing || !conflict.current.answer) return undefined;
  return {
    base: typedOfAnswer(conflict.base, item),
    stored: typedOfAnswer(conflict.current.answer, item),
    mine: typed,
  };
}

/** What joining would store. */
function joinedOf(versions: Versions | undefined, { item, open }: Given): Answer | null {
  return versions ? (understoodAnswer(joinTyped(versions), item, open.checklist) ?? null) : null;
}

function titleOf(answer: Answer | null, { item, open }: Given, format: Format) {
  return answer
    ? answerTitle(answer, item, open.checklist, format)
    : { chip: null, words: format.t('area.conflict.no-answer') };
}

function textOf({ conflict: { current, clearing }, open }: Given, count: number, format: Format): string {
  const { t } = format;
  if (current.rev === 0) return t('area.conflict.never');
  const facts = { who: personName(current.by, open, format), when: format.time(current.at), rev: current.rev };
  if (!current.answer) return t('conflict.cleared', facts);
  if (clearing) return t('conflict.clearing', facts);
  return count > 0 ? t('conflict.text', { ...facts, count }) : t('conflict.text.unjoined', facts);
}

function storedHeading({ conflict: { current }, open }: Given, format: Format): string {
  if (current.rev === 0) return format.t('area.conflict.stored-never');
  return format.t('area.conflict.stored', { who: personName(current.by, open, format), when: format.time(current.at) });
}

/** The first is the one that takes least from anybody. */
function waysOf({ conflict, item }: Given, differences: Difference[], { t }: Format) {
  const way = (name: string, label: string) => ({ value: `${name}:${item.id}`, label });
  const counts = countsOf(differences);
  const keep = way('keep-stored', labelOf('keep-stored', counts.mine, t));
  if (conflict.clearing) return { first: keep, others: [way('clear-anyway', t('conflict.clear-anyway'))] };
  const mine = way('use-mine', labelOf('use-mine', counts.stored, t));
  if (differences.every(({ from }) => from === undefined)) return { first: mine, others: [keep] };
  const lost = counts.contradicting;
  const join = way('join', lost > 0 ? t('conflict.join.stored', { count: lost }) : t('conflict.join'));
  return { first: join, others: [keep, mine] };
}

/** How much of each side's changes the other side's version leaves out. */
function countsOf(differences: Difference[]) {
  const count = (counts: (difference: Difference) => boolean) => differences.filter(counts).length;
  return {
    stored: count(({ from }) => from === 'stored' || from === 'both'),
    mine: count(({ from, contradicts }) => from === 'mine' || from === 'both' || contradicts),
    contradicting: count(({ contradicts }) => contradicts),
  };
}

function labelOf(way: 'keep-stored' | 'use-mine', lost: number, t: Format['t']): string {
  return lost > 0 ? t(`conflict.${way}.lost`, { count: lost }) : t(`area.conflict.${way}`);
}
