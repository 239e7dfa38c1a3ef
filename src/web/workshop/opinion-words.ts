import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { OpinionValue } from '#workshop/opinion.ts';
import { stepOf, valueWords } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';
import { levelNames } from './distribution.ts';

/** What the room recorded, as people read it: "3 级", "92%，4 级", "不掌握". */
export function opinionWords(item: Item, value: OpinionValue, checklist: Checklist, format: Format): string {
  return value === 'unknown' ? format.t('assessment.answer.unknown') : valueWords(item, value, checklist, format);
}

/** As a mark and words: the numeral of a level with its name, otherwise the words alone. */
export function opinionTitle(item: Item, value: OpinionValue, checklist: Checklist, format: Format) {
  const words = opinionWords(item, value, checklist, format);
  if (value === 'unknown') return { chip: { classes: 'level is-open', mark: '?' }, words };
  if (item.kind !== 'maturity') return { chip: null, words };
  const name = levelNames(item, checklist, format).find(({ level }) => level === value)?.name;
  return {
    chip: { classes: `level level-${stepOf(item, value, checklist)}`, mark: String(value) },
    words: name || words,
  };
}
