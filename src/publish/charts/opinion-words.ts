import type { Item } from '#checklist/checklist-schema.ts';
import type { DiscussedItem } from '#report/discussion-report.ts';
import type { OpinionValue } from '#workshop/opinion.ts';
import type { ChartWording } from './chart.ts';

/** What the room recorded, in a few words. */
export function opinionWords(
  { asked, opinion }: Pick<DiscussedItem, 'asked' | 'opinion'>,
  wording: ChartWording,
): string {
  const { t } = wording;
  return opinion
    ? t('opinions.chart.opinion', { value: shownValue(opinion.value, asked, wording) })
    : t('opinions.chart.none');
}

/** Only items that are voted on are drawn: levels, yes and no. */
function shownValue(value: OpinionValue, item: Item, { t }: ChartWording): string {
  if (value === 'unknown') return t('assessment.answer.unknown');
  if (typeof value === 'boolean') return t(value ? 'assessment.value.yes' : 'assessment.value.no');
  return item.kind === 'maturity' ? t('assessment.value.maturity', { level: String(value) }) : String(value);
}
