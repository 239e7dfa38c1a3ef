import { type Answer, type AnswerValue, withheldReasonSchema } from '#assessment/answer.ts';
import { filledCells, isUnscoredTable } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { amountWords } from './amount-words.ts';
import { levelReached, stepOf, valueWords } from './answer-words.ts';

export type AnswerTitle = { chip: { classes: string; mark: string } | null; words: string };

/** An answer in a few words with its mark: "4 级 协同", "不便公开：商业秘密". */
export function answerTitle(answer: Answer, item: Item, checklist: Checklist, format: Format): AnswerTitle {
  if (answer.answer !== 'scored' || answer.value === undefined) return { chip: null, words: nonAnswer(answer, format) };
  return scoredTitle(item, answer.value, checklist, format);
}

function scoredTitle(item: Item, value: AnswerValue, checklist: Checklist, format: Format): AnswerTitle {
  const chip = (level: number) => ({ classes: `level level-${stepOf(item, value, checklist)}`, mark: String(level) });
  switch (item.kind) {
    case 'maturity': {
      const label = scaleOf(item, checklist).levels?.find(level => level.value === value)?.label;
      return { chip: chip(Number(value)), words: label ? format.text(label) : '' };
    }
    case 'metric':
      return {
        chip: chip(levelReached(item, value, checklist)),
        words: amountWords(String(value), item.unit, format),
      };
    case 'matrix': {
      const filled = format.t('matrix.filled', filledCells(item, value));
      const words = isUnscoredTable(item) ? filled : format.list([filled, valueWords(item, value, checklist, format)]);
      return { chip: null, words };
    }
    default:
      return { chip: null, words: valueWords(item, value, checklist, format) };
  }
}

function nonAnswer({ answer, reason }: Answer, { t }: Format): string {
  const words = t(`assessment.answer.${answer}`);
  return reason === undefined ? words : t('area.with-reason', { words, reason: reasonWords(reason, t) });
}

/** Reasons for withholding are codes; the others were typed. */
function reasonWords(reason: string, t: Format['t']): string {
  const listed = withheldReasonSchema.safeParse(reason);
  return listed.success ? t(`assessment.withheld.${listed.data}`) : reason;
}
