import type { Answer } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { stepOfLevel } from '#report/step.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { hasLevels, levelOfCeiling } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';
import { amountWords } from './amount-words.ts';
import { levelReached } from './answer-words.ts';
import type { TypedAnswer } from './typed-answer.ts';

export type LadderRow = {
  value: string;
  checked: boolean;
  classes: string;
  chipClasses: string;
  /** 0 to 5: the colour of the row once it is chosen. */
  step: string;
  name: string;
  text: string;
  /** The row up to which evidence carries. */
  mark: string | null;
};

type Given = { item: Item; checklist: Checklist; answer: Answer | undefined; referenceDate: string };

/** The levels of an item with their whole descriptors, the chosen or reached one marked; empty for kinds without levels. */
export function ladderOf(given: Given, typed: TypedAnswer, format: Format): LadderRow[] {
  const { item, checklist } = given;
  if (!hasLevels(item)) return [];
  const scale = scaleOf(item, checklist);
  const { min, max } = scale;
  const chosen = item.kind === 'maturity' ? typed.choice : reachedLevel(given);
  const top = evidenceTop(given);
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const value = String(min + index);
    const isTop = top === min + index;
    const step = stepOfLevel(min + index, scale);
    const marks = [value === chosen && 'is-chosen', isTop && 'is-evidence-top', isAbove(min + index, top)];
    return {
      value,
      checked: value === chosen,
      classes: ['level-row', ...marks].filter(Boolean).join(' '),
      chipClasses: value === chosen ? `level level-${step}` : 'level',
      step: String(step),
      name: levelName(min + index, given, format),
      text: levelText(min + index, item, format),
      mark: isTop ? format.t('area.evidence-top') : null,
    };
  });
}

/** The level that a typed or stored figure reaches; empty without a figure. */
function reachedLevel({ item, checklist, answer }: Given): string {
  const value = answer?.answer === 'scored' ? answer.value : undefined;
  return typeof value === 'number' ? String(levelReached(item, value, checklist)) : '';
}

/** Only a level needs support. */
function evidenceTop({ item, checklist, answer, referenceDate }: Given): number | undefined {
  if (answer?.answer !== 'scored') return undefined;
  return levelOfCeiling(ceilingOf(answer.evidence, referenceDate), item, checklist);
}

function isAbove(level: number, top: number | undefined): string | false {
  return top !== undefined && level > top && 'is-above-evidence';
}

function levelName(level: number, { item, checklist }: Given, format: Format): string {
  const label = scaleOf(item, checklist).levels?.find(({ value }) => value === level)?.label;
  return label ? format.text(label) : '';
}

function levelText(level: number, item: Item, format: Format): string {
  const text = new Map(Object.entries(item.levels ?? {})).get(String(level));
  if (text) return format.text(text);
  if (item.kind !== 'metric') return '';
  const band = item.bands.find(({ level: reached }) => reached === level);
  const words = item.direction === 'higher-is-better' ? 'area.band.from' : 'area.band.up-to';
  return band
    ? format.t(words, { amount: amountWords(String(band.at), item.unit, format) })
    : format.t('area.band.none');
}
