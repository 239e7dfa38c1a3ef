import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { boundsWords } from './bounds-words.ts';
import { matrixView } from './matrix-view.ts';
import { fieldName, hasNumber, type TypedAnswer } from './typed-answer.ts';

type Shown = {
  format: Format;
  error: (field: string) => string | null;
  /** Keys of the cells in which the stored version says something else. */
  differing: ReadonlySet<string>;
};

/** The fields of a value that is not chosen from a ladder; all null for maturity items. */
export function valueFieldsOf(item: Item, typed: TypedAnswer, shown: Shown) {
  return {
    number: numberField(item, typed, shown),
    yesNo: yesNoRows(item, typed, shown),
    matrix: item.kind === 'matrix' ? matrixView(item, typed, shown) : null,
  };
}

/** The radios beside the levels: the answer itself where its value has fields of its own, and the typed non-answers. */
export function choicesOf(item: Item, { choice }: TypedAnswer, { t }: Format) {
  const excluding = item.conditional ? ['not-applicable', 'not-our-mandate'] : [];
  return {
    own: hasOwnFields(item)
      ? { value: 'scored', checked: choice === 'scored', label: t(`area.scored.${item.kind}`) }
      : null,
    nonAnswers: ['unknown', 'withheld', ...excluding].map(value => ({
      value,
      checked: choice === value,
      label: t(`assessment.answer.${value}`),
    })),
    nonAnswersHint: item.conditional ? null : t('area.not-conditional'),
  };
}

function hasOwnFields(item: Item): boolean {
  return hasNumber(item) || item.kind === 'matrix';
}

function numberField(item: Item, { number }: TypedAnswer, { format, error }: Shown) {
  if (item.kind !== 'metric' && item.kind !== 'deduction') return null;
  const { t } = format;
  return {
    name: fieldName(item, 'number'),
    label:
      item.kind === 'metric' ? t('area.metric') : t('area.deduction', { shortcoming: shortcomingOf(item, format) }),
    unit: item.kind === 'metric' ? format.text(item.unit) : t('area.deduction.unit'),
    hint:
      item.kind === 'deduction'
        ? t('area.deduction.hint', { points: item.points, per: item.per })
        : boundsWords(item, format),
    value: number,
    error: error('number'),
    inputMode: item.kind === 'metric' ? 'decimal' : 'numeric',
  };
}

function shortcomingOf({ shortcoming }: Extract<Item, { kind: 'deduction' }>, format: Format): string {
  return shortcoming ? format.text(shortcoming) : format.t('area.deduction.shortcoming');
}

function yesNoRows(item: Item, { choice }: TypedAnswer, { format }: Shown) {
  if (item.kind !== 'yes-no') return null;
  return (['true', 'false'] as const).map(value => ({
    value,
    checked: choice === value,
    classes: choice === value ? 'is-chosen' : '',
    label: format.t(value === 'true' ? 'assessment.value.yes' : 'assessment.value.no'),
  }));
}
