import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { levelRows } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { voteWords } from './vote-words.ts';

export type VoteOption = {
  value: string;
  /** In the chip; `classes` colour it. */
  mark: string;
  classes: string;
  name: string;
  text: string;
  /** Said after it, in the second voice. */
  note: string;
  /** "3 级", as a receipt says it. */
  label: string;
};

type Asked = { item: Item; checklist: Checklist };

/** What can be voted, in the order of the scale; "unknown" stands apart. */
export function voteOptions({ item, checklist }: Asked, format: Format): VoteOption[] {
  const rows = levelRows(item, checklist, format);
  if (item.kind === 'yes-no') return [1, 0].map(value => yesOrNo(value, { item, checklist }, format));
  return rows.map(({ value, classes, name, text }) => ({
    ...{ value, mark: value, classes, name, text, note: '' },
    label: labelOf(Number(value), { item, checklist }, format),
  }));
}

export function unknownOption({ t }: Format): VoteOption {
  return {
    ...{ value: 'unknown', mark: '?', classes: 'is-open', name: '' },
    ...{ text: t('phone.unknown'), note: t('phone.unknown.apart'), label: t('phone.unknown') },
  };
}

function yesOrNo(value: number, asked: Asked, format: Format): VoteOption {
  const label = labelOf(value, asked, format);
  return {
    value: String(value),
    mark: label,
    classes: value === 1 ? 'level-5' : 'level-0',
    // The mark says it all.
    name: '',
    text: '',
    note: '',
    label,
  };
}

function labelOf(value: VoteValue, asked: Asked, format: Format): string {
  return voteWords(value, asked, format);
}
