import type { AnswerValue } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { fractionOf } from '#scoring/fraction.ts';
import type { Format } from '../format.ts';
import { amountWords } from './amount-words.ts';

/** The step from 0 to 5 by which every kind of item is coloured: a maturity level on the usual scale is its own step. */
export function stepOf(item: Item, value: AnswerValue, checklist: Checklist): number {
  return Math.floor(fractionOf(item, value, scaleOf(item, checklist)) * 5 + 1e-9);
}

/** A scored value as people read it: "3 级", "92%，4 级", "3 处". */
export function valueWords(item: Item, value: AnswerValue, checklist: Checklist, format: Format): string {
  const { t } = format;
  switch (item.kind) {
    case 'maturity':
      return t('assessment.value.maturity', { level: String(value) });
    case 'metric':
      return t('assessment.value.metric', {
        amount: amountWords(String(value), item.unit, format),
        level: levelReached(item, value, checklist),
      });
    case 'deduction':
      return t('assessment.value.deduction', { value: String(value) });
    case 'yes-no':
      return value === true ? t('assessment.value.yes') : t('assessment.value.no');
    case 'matrix':
      return t('assessment.value.matrix', {
        percent: Math.floor(fractionOf(item, value, scaleOf(item, checklist)) * 100 + 1e-9),
      });
  }
}

/** The level of the best band that a figure reaches. */
export function levelReached(item: Item, value: AnswerValue, checklist: Checklist): number {
  const scale = scaleOf(item, checklist);
  return Math.round(scale.min + fractionOf(item, value, scale) * (scale.max - scale.min));
}
