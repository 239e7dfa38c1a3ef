import type { Format } from '../../format.ts';
import { askedItem } from '../asked-item.ts';
import type { RoomPage } from '../room-page.ts';
import { mainStep } from './next-steps.ts';

const leftStates = ['parked', 'skipped', 'queued'] as const;

/** What is left undone when the workshop is finished now; null where it cannot be. */
export function finishView({ snapshot, workshop, open }: RoomPage, format: Format) {
  const { t } = format;
  const { commands = [], agenda = [], questions = [] } = snapshot;
  if (!commands.includes('finish')) return null;
  const codeOf = (item: string) => askedItem(workshop, open, item)?.item.code ?? item;
  const codesIn = (states: readonly string[]) =>
    agenda.filter(({ state, opinion }) => states.includes(state) && !opinion).map(({ item }) => codeOf(item));
  const undecided = codesIn(['briefing', 'open', 'closed', 'revealed', 'discussion']);
  const waiting = questions.filter(({ settled }) => !settled).length;
  return {
    open: mainStep(snapshot) === 'finish',
    left: [
      ...lineOf('undecided', undecided, format),
      ...leftStates.flatMap(state => lineOf(state, codesIn([state]), format)),
      ...(waiting > 0 ? [t('cockpit.finish.questions', { count: waiting })] : []),
    ],
  };
}

function lineOf(state: (typeof leftStates)[number] | 'undecided', codes: string[], { t, list }: Format): string[] {
  return codes.length === 0 ? [] : [t(`cockpit.finish.${state}`, { count: codes.length, codes: list(codes) })];
}
