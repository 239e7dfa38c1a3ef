import type { Item } from '#checklist/checklist-schema.ts';
import { getProgress, lastRound } from '#workshop/progress.ts';
import type { Format } from '../../format.ts';
import { levelNames } from '../distribution.ts';
import type { RoomPage } from '../room-page.ts';

/** Fields for the ballots on paper of the round under way; null where none can be typed. */
export function paperCounts({ snapshot, workshop, open }: RoomPage, item: Item, format: Format) {
  const { t } = format;
  if (!(snapshot.commands ?? []).includes('counts') || snapshot.mode === 'department') return null;
  const round = lastRound(getProgress(workshop, item.id));
  const paper = round?.paper;
  return {
    item: item.id,
    round: String(snapshot.round),
    key: ['counts', item.id, snapshot.round].join(' '),
    fields: [
      ...levelNames(item, open.checklist, format).map(({ label, name }, index) => ({
        name: `count:${index}`,
        label: t('cockpit.count', { level: [label, name].filter(Boolean).join(' ') }),
        value: paper ? String(paper.counts[index] ?? 0) : '',
      })),
      { name: 'count:unknown', label: t('assessment.answer.unknown'), value: paper ? String(paper.unknown) : '' },
    ],
    typed: paper ? t('cockpit.counts.typed', { when: format.time(paper.at) }) : null,
  };
}
