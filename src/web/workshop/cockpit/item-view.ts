import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { levelRows } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { RoomPage } from '../room-page.ts';

/** The item on the table; undefined for none, or one that the scope has lost. */
export function currentItem({ snapshot, open }: Pick<RoomPage, 'snapshot' | 'open'>): Item | undefined {
  return snapshot.item === null ? undefined : findItem(open.checklist, snapshot.item);
}

/** Its question and every level in full. */
export function itemView({ snapshot, open }: RoomPage, item: Item, format: Format) {
  return {
    code: item.code,
    title: format.text(item.title),
    question: item.question ? format.text(item.question) : '',
    round: snapshot.round > 0 ? format.t('workshop.round', { round: snapshot.round }) : null,
    figure: snapshot.kind === 'maturity' || snapshot.kind === 'yes-no' ? null : format.t('workshop.figure-item'),
    levels: levelRows(item, open.checklist, format),
    levelsOpen: snapshot.state === 'briefing',
  };
}
