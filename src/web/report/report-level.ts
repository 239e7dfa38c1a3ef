import { filledCells, isUnscoredTable } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { isUsualScale, stepOfFraction } from '#report/step.ts';
import { roundScore } from '#scoring/rounding.ts';
import { valueWords } from '../assessment/answer-words.ts';
import { levelMark } from '../assessment/level-mark.ts';
import type { Format } from '../format.ts';

/** A numeral in the colour of its level, or the sign of a typed answer; words where the numeral does not say it all. `name` is what the level is called, printed only: on screen the form says it. */
export type LevelChip = { mark: string; classes: string; words: string | null; name: string | null };

export function claimedChip(report: ItemReport, { checklist }: Report, format: Format): LevelChip {
  const { item, answer, fraction, claimedLevel } = report;
  if (fraction === null || answer?.value === undefined) return typedChip(report, format);
  if (isUnscoredTable(item)) return tableChip(filledCells(item, answer.value), format);
  const step = stepOfFraction(fraction);
  const mark = levelMark(item, answer.value, checklist, format);
  const plain = item.kind === 'maturity' ? String(claimedLevel) === mark : item.kind === 'yes-no' && !/\d/.test(mark);
  const words = plain ? null : valueWords(item, answer.value, checklist, format);
  return { ...chipOfStep(step), mark, words, name: levelName(report, claimedLevel, checklist, format) };
}

/** What evidence in force carries; a dash where there is nothing to carry. */
export function supportedChip(report: ItemReport, { checklist }: Report, format: Format): LevelChip {
  const { item, supported, supportedLevel, fraction } = report;
  if (supported === null || fraction === null || isUnscoredTable(item))
    return { mark: '—', classes: 'is-excluded', words: null, name: null };
  const step = stepOfFraction(supported);
  const name = levelName(report, supportedLevel, checklist, format);
  const usual = isUsualScale(scaleOf(item, checklist));
  const mark = usual ? String(step) : levelNumeral(supportedLevel);
  if (supportedLevel !== null && String(supportedLevel) === mark) return { ...chipOfStep(step), mark, name };
  const isLevel = supportedLevel !== null && (usual || Number.isInteger(supportedLevel));
  const words = isLevel ? format.t('report.level', { level: String(supportedLevel) }) : percentWords(supported, format);
  return { ...chipOfStep(step), mark, words, name };
}

/** Between two levels, and without levels, the colour stands alone and the words beside it say the rest. */
function levelNumeral(level: number | null): string {
  return level !== null && Number.isInteger(level) ? String(level) : '';
}

/** No level: such a table moves no score. */
function tableChip(filled: ReturnType<typeof filledCells>, { t }: Format): LevelChip {
  return { mark: '—', classes: 'is-excluded', words: t('assessment.value.table', filled), name: null };
}

export function percentWords(fraction: number, { percent }: Format): string {
  return percent(roundScore(100 * fraction));
}

/** The numeral of a step from 0 to 5, as bricks are coloured. */
export function chipOfStep(step: number): LevelChip {
  return { mark: String(step), classes: `level-${step}`, words: null, name: null };
}

/** Between two levels there is no name. */
function levelName(
  { item }: ItemReport,
  level: number | null,
  checklist: Report['checklist'],
  format: Format,
): string | null {
  const named = scaleOf(item, checklist).levels?.find(({ value }) => value === level);
  return named ? format.text(named.label) : null;
}

export function typedChip({ state }: Pick<ItemReport, 'state'>, { t }: Format): LevelChip {
  const words = t(`report.answer.${state}`);
  switch (state) {
    case 'excluded-by-fact':
      return { mark: t('assessment.mark.fact'), classes: 'is-excluded', words, name: null };
    case 'not-applicable':
    case 'not-our-mandate':
      return { mark: t(`assessment.mark.${state}`), classes: 'is-excluded', words, name: null };
    case 'unknown':
    case 'withheld':
      return { mark: t(`assessment.mark.${state}`), classes: 'is-open', words, name: null };
    default:
      return { mark: '', classes: 'is-open', words, name: null };
  }
}
