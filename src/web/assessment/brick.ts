import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { filledCells, isUnscoredTable } from '#assessment/matrix-cells.ts';
import { isExcludedByFact } from '#assessment/progress.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { stepOf, valueWords } from './answer-words.ts';
import { levelMark } from './level-mark.ts';

/** One item as a small mark: numeral (or word) and colour of its level, or the sign of what it is instead. */
export type Brick = {
  href: string;
  code: string;
  /** What stands in the brick: a level, a figure's level, how much of a table is filled in, a sign, or nothing. */
  mark: string;
  /** `level-3`, `is-open`, `is-excluded`, `is-table`, with `is-bottom-line` and `is-next`. */
  classes: string;
  /** The whole state in words, for those who do not see the colour. */
  label: string;
};

type Where = { assessment: Assessment; checklist: Checklist; areaId: string; nextItemId: string | undefined };

export function brickOf(item: Item, where: Where, format: Format): Brick {
  const { t } = format;
  const { assessment, areaId, nextItemId } = where;
  const state = stateOf(item, where, format);
  const classes = [state.kind, item.bottomLine ? 'is-bottom-line' : '', item.id === nextItemId ? 'is-next' : ''];
  const words = t('assessment.brick', { code: item.code, title: format.text(item.title), state: spoken(state, t) });
  return {
    href: `/assessments/${assessment.id}/areas/${areaId}#${item.code}`,
    code: item.code,
    mark: state.mark,
    classes: classes.filter(Boolean).join(' '),
    label: item.bottomLine ? t('assessment.brick.bottom-line', { words }) : words,
  };
}

/** What is said must hold what is seen, for people who speak to their computer. */
function spoken({ mark, words }: State, t: Format['t']): string {
  const said = /^\p{N}+$/u.test(mark) ? words.split(/[^\p{N}]+/u).includes(mark) : words.includes(mark);
  return /[\p{L}\p{N}]/u.test(mark) && !said ? t('assessment.brick.marked', { words, mark }) : words;
}

type State = { mark: string; kind: string; words: string };

function stateOf(item: Item, { checklist, assessment }: Where, format: Format): State {
  const { t } = format;
  if (isExcludedByFact(item, assessment.setup.profile))
    return { mark: t('assessment.mark.fact'), kind: 'is-excluded', words: t('assessment.excluded-by-fact') };
  const answer = findAnswer(assessment, item.id);
  if (!answer) return { mark: '', kind: 'is-open', words: t('assessment.unanswered') };
  if (answer.answer !== 'scored' || answer.value === undefined) return typedState(answer, t);
  if (isUnscoredTable(item)) return tableState(filledCells(item, answer.value), t);
  const step = stepOf(item, answer.value, checklist);
  return {
    mark: levelMark(item, answer.value, checklist, format),
    kind: `level-${step}`,
    words: valueWords(item, answer.value, checklist, format),
  };
}

/** No level: such a table moves no score. */
function tableState({ filled, total }: ReturnType<typeof filledCells>, t: Format['t']): State {
  return {
    mark: t('assessment.mark.table', { filled, total }),
    kind: filled < total ? 'is-table is-partly' : 'is-table',
    words: t('assessment.value.table', { filled, total }),
  };
}

function typedState({ answer }: Answer, t: Format['t']): State {
  const excluded = answer === 'not-applicable' || answer === 'not-our-mandate';
  return {
    mark: t(`assessment.mark.${answer}`),
    kind: excluded ? 'is-excluded' : 'is-open',
    words: t(`assessment.answer.${answer}`),
  };
}
