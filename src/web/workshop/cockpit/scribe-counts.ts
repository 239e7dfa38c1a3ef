import type { Item } from '#checklist/checklist-schema.ts';
import { paperBallots } from '#workshop/outcome.ts';
import { getProgress, lastRound } from '#workshop/progress.ts';
import type { Format } from '../../format.ts';
import { levelNames } from '../distribution.ts';
import type { CockpitPage } from './cockpit-page.ts';

/**
 * Fields for the ballots on paper of the round under way; null where none can be typed. What was typed stands in them on the page
 * of the scribe alone as long as people vote: it is part of how the votes fall.
 */
export function paperCounts({ snapshot, workshop, open, role }: CockpitPage, item: Item, format: Format) {
  const { t } = format;
  if (!(snapshot.commands ?? []).includes('counts') || snapshot.mode === 'department') return null;
  const round = lastRound(getProgress(workshop, item.id));
  const typed = round?.paper;
  const isSeen = role === 'scribe' || snapshot.state === 'closed';
  const paper = isSeen ? typed : undefined;
  return {
    item: item.id,
    round: String(snapshot.round),
    about: [item.id, snapshot.round].join(' '),
    // Another one for every entry, so that a page never goes on showing the numbers before it.
    key: ['counts', item.id, snapshot.round, typed?.at ?? '', ...(paper?.counts ?? [])].join(' '),
    fields: [
      ...levelNames(item, open.checklist, format).map(({ label, name }, index) => ({
        name: `count:${index}`,
        label: t('cockpit.count', { level: [label, name].filter(Boolean).join(' ') }),
        value: paper ? String(paper.counts[index] ?? 0) : '',
      })),
      { name: 'count:unknown', label: t('assessment.answer.unknown'), value: paper ? String(paper.unknown) : '' },
    ],
    typed: typed
      ? t('cockpit.counts.typed', { count: paperBallots({ paper: typed }), when: format.time(typed.at) })
      : null,
    isHidden: typed !== undefined && !isSeen,
  };
}
