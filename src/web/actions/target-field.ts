import type { Answer } from '#assessment/answer.ts';
import { mostOfCells } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { stepOf } from '../assessment/answer-words.ts';
import { boundsWords } from '../assessment/bounds-words.ts';
import type { Format } from '../format.ts';
import { targetWords } from './action-words.ts';

type Given = { item: Item; answer: Answer | undefined; checklist: Checklist; typed: string };

/** How a target is given: by choosing a level above the present one, or as a number. */
export function targetField(given: Given, format: Format) {
  const { item } = given;
  const choices = item.kind === 'maturity' ? levels(given, format) : item.kind === 'yes-no' ? yes(given, format) : null;
  return {
    choices: choices && [...choices, ...evidenceOnly(given, format)],
    number: choices ? null : numberField(given, format),
  };
}

/** A level that has been reached since stays to be seen where it was planned. */
function levels({ item, answer, checklist, typed }: Given, format: Format) {
  const { min, max } = scaleOf(item, checklist);
  const present = answer?.answer === 'scored' && typeof answer.value === 'number' ? answer.value : min;
  const texts = new Map(Object.entries(item.levels ?? {}));
  return Array.from({ length: max - min + 1 }, (_, index) => min + index)
    .filter(level => level > present || String(level) === typed)
    .map(level => {
      const text = texts.get(String(level));
      return {
        value: String(level),
        checked: String(level) === typed,
        chip: { classes: `level level-${stepOf(item, level, checklist)}`, mark: String(level) },
        text: text ? format.text(text) : targetWords(level, item, checklist, format),
      };
    });
}

function yes({ item, answer, checklist, typed }: Given, format: Format) {
  if (answer?.answer === 'scored' && answer.value === true && typed !== 'true') return [];
  return [{ value: 'true', checked: typed === 'true', chip: null, text: targetWords(true, item, checklist, format) }];
}

/** Only what is answered can be supported. */
function evidenceOnly({ answer, typed }: Given, { t }: Format) {
  return answer?.answer === 'scored'
    ? [{ value: 'none', checked: typed === 'none', chip: null, text: t('actions.target.evidence-only') }]
    : [];
}

function numberField({ item, typed }: Given, format: Format) {
  const { t } = format;
  return {
    value: typed === 'none' ? '' : typed,
    unit: unitOf(item, format),
    hint: [boundsOf(item, format), t('actions.target.number-hint')]
      .filter(Boolean)
      .join(t('actions.sentence-separator')),
    inputMode: item.kind === 'metric' ? 'decimal' : 'numeric',
  };
}

function unitOf(item: Item, format: Format): string {
  if (item.kind === 'metric') return format.text(item.unit);
  return format.t(item.kind === 'deduction' ? 'area.deduction.unit' : 'actions.target.unit-points');
}

function boundsOf(item: Item, format: Format): string {
  if (item.kind === 'matrix') return format.t('actions.target.points-hint', { most: mostOfCells(item) });
  return item.kind === 'metric' ? (boundsWords(item, format) ?? '') : '';
}
