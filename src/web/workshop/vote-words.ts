import type { Item } from '#checklist/checklist-schema.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import type { Format } from '../format.ts';
import { levelWords } from './distribution.ts';

/** "3 级", yes, no, or not known. */
export function voteWords(item: Item, value: VoteValue, format: Format): string {
  return value === 'unknown' ? format.t('assessment.answer.unknown') : levelWords(item, value, format);
}
