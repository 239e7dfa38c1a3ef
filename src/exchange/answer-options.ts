import type { Answer } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Wording } from './wording.ts';

/** One choice of a drop-down: what it says, and what it means. */
export type AnswerOption = { text: string; answer: Answer['answer']; value?: number | boolean };

/** Longer entries of a list are cut off by some spreadsheet programs. */
const charactersAtMost = 250;

/** What may be chosen for an item, levels with their whole text first. */
export function answerOptions(item: Item, checklist: Checklist, wording: Wording): AnswerOption[] {
  return [...scoredOptions(item, checklist, wording), ...nonAnswers(item, wording)];
}

function scoredOptions(item: Item, checklist: Checklist, wording: Wording): AnswerOption[] {
  const { t } = wording;
  switch (item.kind) {
    case 'maturity':
      return levelTexts(item, checklist, wording).map(levelOption);
    case 'yes-no':
      return [
        { text: t('assessment.value.yes'), answer: 'scored', value: true },
        { text: t('assessment.value.no'), answer: 'scored', value: false },
      ];
    case 'metric':
      return [{ text: t('area.scored.metric'), answer: 'scored' }];
    case 'deduction':
      return [{ text: t('area.scored.deduction'), answer: 'scored' }];
    case 'matrix':
      return [{ text: t('area.scored.matrix'), answer: 'scored' }];
  }
}

/** The choice of one level by its number; undefined where the item has no such level. */
export function findLevelOption(value: number, item: Item, checklist: Checklist, wording: Wording) {
  const { min, max } = scaleOf(item, checklist);
  if (item.kind !== 'maturity' || value < min || value > max) return undefined;
  return levelOption({ value, text: levelText(value, item, checklist, wording) });
}

/** A level as the form heads it: "4 协同". */
export function levelName(value: number, item: Item, checklist: Checklist, { t, text }: Wording): string {
  const level = scaleOf(item, checklist).levels?.find(known => known.value === value);
  return level ? t('pack.level', { level: value, label: text(level.label) }) : String(value);
}

function levelOption({ value, text }: { value: number; text: string }): AnswerOption {
  return { text: shortened(text), answer: 'scored', value };
}

/** The levels of an item, each as "3 运行：…". */
export function levelTexts(item: Item, checklist: Checklist, wording: Wording): { value: number; text: string }[] {
  const { min, max } = scaleOf(item, checklist);
  return Array.from({ length: max - min + 1 }, (_, index) => ({
    value: min + index,
    text: levelText(min + index, item, checklist, wording),
  }));
}

function levelText(value: number, item: Item, checklist: Checklist, wording: Wording): string {
  const { t, text } = wording;
  const level = scaleOf(item, checklist).levels?.find(known => known.value === value);
  const description = item.levels?.[String(value)] ?? level?.meaning;
  const name = levelName(value, item, checklist, wording);
  return description ? t('pack.level.text', { name, text: text(description) }) : name;
}

function nonAnswers(item: Item, { t }: Wording): AnswerOption[] {
  const kinds = item.conditional
    ? (['unknown', 'withheld', 'not-applicable', 'not-our-mandate'] as const)
    : (['unknown', 'withheld'] as const);
  return kinds.map(answer => ({ text: t(`assessment.answer.${answer}`), answer }));
}

function shortened(text: string): string {
  return text.length <= charactersAtMost ? text : `${text.slice(0, charactersAtMost - 1).toWellFormed()}…`;
}
