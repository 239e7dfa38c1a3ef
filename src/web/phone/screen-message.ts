import { isVotedOn } from '#workshop/progress.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../format.ts';
import { voidedWords } from '../workshop/voided-words.ts';

type ScreenMessage = { key: string; icon: string };

const messages = {
  queued: { key: 'waiting', icon: 'info' },
  briefing: { key: 'briefing', icon: 'info' },
  open: { key: 'open', icon: 'pencil' },
  closed: { key: 'closed', icon: 'lock' },
  revealed: { key: 'revealed', icon: 'gauge' },
  discussion: { key: 'discussion', icon: 'megaphone' },
  recorded: { key: 'recorded', icon: 'circle-check-big' },
  skipped: { key: 'skipped', icon: 'archive' },
  parked: { key: 'parked', icon: 'archive' },
} satisfies Record<NonNullable<Snapshot['state']>, ScreenMessage>;

const beforeItems = {
  draft: { key: 'draft', icon: 'info' },
  lobby: { key: 'lobby', icon: 'users' },
  running: { key: 'waiting', icon: 'info' },
  paused: { key: 'paused', icon: 'clock-alert' },
  closed: { key: 'finished', icon: 'circle-check-big' },
} satisfies Record<Snapshot['workshop'], ScreenMessage>;

/** What is the case, in a word that is also announced, and one sentence about what to do now. */
export function screenMessage(snapshot: Snapshot, format: Format): { icon: string; title: string; text: string } {
  const { t } = format;
  const { key, icon } = messageOf(snapshot);
  const texts = [voidedWords(snapshot, format), t(`phone.state.${key}.text`)];
  return {
    ...{ icon, title: t(`phone.state.${key}.title`) },
    text: texts.filter(Boolean).join(t('room.sentences')),
  };
}

function messageOf({ workshop, state, kind }: Snapshot): ScreenMessage {
  if (workshop !== 'running' || state === null) return beforeItems[workshop];
  const isFigure = kind !== null && !isVotedOn({ kind });
  return isFigure && (state === 'briefing' || state === 'discussion')
    ? { key: kind === 'matrix' ? 'table' : 'figure', icon: 'gauge' }
    : messages[state];
}
