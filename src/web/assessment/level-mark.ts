import type { AnswerValue } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { isUsualScale } from '#report/step.ts';
import type { Format } from '../format.ts';
import { levelReached, stepOf } from './answer-words.ts';

/** What stands in the brick of a scored item: its step where levels run from 0 to 5, otherwise its own level, yes or no, or the points taken off. */
export function levelMark(item: Item, value: AnswerValue, checklist: Checklist, { t }: Format): string {
  if (isUsualScale(scaleOf(item, checklist))) return String(stepOf(item, value, checklist));
  switch (item.kind) {
    case 'maturity':
    case 'metric':
      return String(levelReached(item, value, checklist));
    case 'deduction':
      return t('assessment.mark.deduction', { points: pointsOff(item, Number(value)) });
    case 'yes-no':
      return value === true ? t('assessment.value.yes') : t('assessment.value.no');
    case 'matrix':
      return '';
  }
}

function pointsOff({ points, per }: Extract<Item, { kind: 'deduction' }>, shortcomings: number): number {
  return Math.min(points, shortcomings * per);
}
