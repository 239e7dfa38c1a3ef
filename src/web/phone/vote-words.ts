import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import type { OpinionValue } from '#workshop/opinion.ts';
import { valueWords } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';

type Asked = { item: Item; checklist: Checklist };

/** "3 级", "是", "不掌握". */
export function voteWords(value: VoteValue, { item, checklist }: Asked, format: Format): string {
  if (value === 'unknown') return format.t('phone.unknown');
  return valueWords(item, item.kind === 'yes-no' ? value === 1 : value, checklist, format);
}

export function opinionWords(value: OpinionValue, { item, checklist }: Asked, format: Format): string {
  return value === 'unknown' ? format.t('phone.unknown') : valueWords(item, value, checklist, format);
}
