import { isVotedOn } from '#workshop/progress.ts';
import { levelRows } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { figureView } from '../workshop/figure-view.ts';
import type { PhoneRoom } from './phone-room.ts';
import { opinionWords } from './vote-words.ts';

/** The item that is on the table; null between items. */
export function itemSection({ item, snapshot }: PhoneRoom, format: Format) {
  if (!item || snapshot.workshop !== 'running') return null;
  return {
    heading: format.t('phone.item', { code: item.code, title: format.text(item.title) }),
    question: item.question ? format.text(item.question) : '',
  };
}

/** The levels to read, while nobody can vote; null when they are buttons or the chart shows them. */
export function ladderSection({ item, snapshot, open }: PhoneRoom, format: Format) {
  if (!item || snapshot.workshop !== 'running') return null;
  if (snapshot.state !== 'briefing' && snapshot.state !== 'closed') return null;
  if (item.kind === 'yes-no') return null;
  const rows = levelRows(item, open.checklist, format);
  return rows.length > 0 ? rows : null;
}

/** Of an item nobody votes on: what the assessment says at the moment; null for all others. */
export function figureSection({ item, snapshot, open }: PhoneRoom, format: Format): string | null {
  if (!item || snapshot.workshop !== 'running' || isVotedOn(item) || snapshot.record) return null;
  const figure = figureView(item, open, format);
  return figure && format.list([figure.words, ...figure.evidence]);
}

/** What was recorded; null before. */
export function recordSection({ item, snapshot, open }: PhoneRoom, format: Format) {
  const { record, state, workshop } = snapshot;
  if (!item || !record || workshop !== 'running' || state !== 'recorded') return null;
  return {
    value:
      record.value === undefined
        ? format.t('phone.record.table')
        : opinionWords(record.value, { item, checklist: open.wholeChecklist }, format),
    rationale: record.rationale ?? '',
  };
}
