import { isResting } from '#workshop/progress.ts';
import type { Format } from '../format.ts';
import type { CommandOutcome } from './run-command.ts';

type Illegal = Extract<CommandOutcome, { kind: 'illegal-step' }>;

/** Why a command is no step from where the workshop is. */
export function illegalWords({ command, workshop, state }: Omit<Illegal, 'kind'>, { t }: Format): string {
  if (workshop === 'paused' && command !== 'finish') return t('workshop.illegal.paused');
  // It is a step from all of these, as long as something waits.
  if (command === 'next' && (state === null || isResting(state))) return t('workshop.illegal.next');
  if (state === null) return t('workshop.illegal.table');
  const words = { state: t(`workshop.item.${state}`) };
  return command === 'finish' ? t('workshop.illegal.finish', words) : t('workshop.illegal.item', words);
}
