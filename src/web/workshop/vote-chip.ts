import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import type { Format } from '../format.ts';
import { levelClasses } from './distribution.ts';
import { voteWords } from './vote-words.ts';

type Asked = { item: Item; checklist: Checklist };

/** A vote as the mark that stands before its reason or its voters: a numeral, yes or no, or a question mark. */
export function voteChip(value: VoteValue, { item, checklist }: Asked, format: Format) {
  if (value === 'unknown') return { classes: 'level is-open', mark: '?' };
  return {
    classes: levelClasses(item, value, checklist),
    mark: item.kind === 'yes-no' ? voteWords(item, value, format) : String(value),
  };
}
