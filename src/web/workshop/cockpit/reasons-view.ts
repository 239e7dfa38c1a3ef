import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../../format.ts';
import { levelClasses } from '../distribution.ts';
import type { RoomPage } from '../room-page.ts';
import { voteWords } from '../vote-words.ts';

/** The reasons of the round that was revealed last, to be put on the wall or taken off it. */
export function reasonsView({ snapshot, open }: RoomPage, item: Item, format: Format) {
  const { t } = format;
  const { allReasons = [], results, commands = [] } = snapshot;
  if (!results || allReasons.length === 0) return null;
  return {
    heading: t('cockpit.reasons', { round: results.round }),
    count: t('cockpit.reasons.count', {
      count: allReasons.length,
      shown: allReasons.filter(({ shown }) => shown).length,
    }),
    round: String(results.round),
    may: commands.includes('show-reason'),
    rows: allReasons.map(({ value, text, shown }, index) => ({
      classes: value === 'unknown' ? 'level is-open' : levelClasses(item, value, open.checklist),
      mark: value === 'unknown' ? '?' : markOf(item, value, format),
      level: voteWords(item, value, format),
      text,
      shown,
      index: String(index),
      next: String(!shown),
      label: t(shown ? 'cockpit.reason.hide' : 'cockpit.reason.show'),
    })),
  };
}

function markOf(item: Item, value: number, format: Format): string {
  return item.kind === 'yes-no' ? voteWords(item, value, format) : String(value);
}
