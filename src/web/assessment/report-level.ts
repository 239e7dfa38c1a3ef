import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { stepOfFraction } from '#report/step.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { valueWords } from './answer-words.ts';

/** A numeral in the colour of its level, or the sign of a typed answer; words where the numeral does not say it all. */
export type LevelChip = { mark: string; classes: string; words: string | null };

export function claimedChip(report: ItemReport, { checklist }: Report, format: Format): LevelChip {
  const { item, answer, fraction, claimedLevel } = report;
  if (fraction === null || answer?.value === undefined) return typedChip(report, format);
  const step = stepOfFraction(fraction);
  const plain = item.kind === 'maturity' && claimedLevel === step;
  return { ...chipOf(step), words: plain ? null : valueWords(item, answer.value, checklist, format) };
}

/** What evidence in force carries; a dash where there is nothing to carry. */
export function supportedChip({ supported, supportedLevel, fraction }: ItemReport, format: Format): LevelChip {
  if (supported === null || fraction === null) return { mark: '—', classes: 'is-excluded', words: null };
  const step = stepOfFraction(supported);
  if (supportedLevel === step) return { ...chipOf(step), words: null };
  const words =
    supportedLevel === null ? percentWords(supported) : format.t('report.level', { level: String(supportedLevel) });
  return { ...chipOf(step), words };
}

export function percentWords(fraction: number): string {
  return `${roundScore(100 * fraction)}%`;
}

function chipOf(step: number) {
  return { mark: String(step), classes: `level-${step}` };
}

function typedChip({ state }: ItemReport, { t }: Format): LevelChip {
  const words = t(`report.answer.${state}`);
  switch (state) {
    case 'excluded-by-fact':
      return { mark: t('assessment.mark.fact'), classes: 'is-excluded', words };
    case 'not-applicable':
    case 'not-our-mandate':
      return { mark: t(`assessment.mark.${state}`), classes: 'is-excluded', words };
    case 'unknown':
    case 'withheld':
      return { mark: t(`assessment.mark.${state}`), classes: 'is-open', words };
    default:
      return { mark: '', classes: 'is-open', words };
  }
}
