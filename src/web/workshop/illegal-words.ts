import type { Format } from '../format.ts';
import type { CommandOutcome } from './run-command.ts';

type Illegal = Extract<CommandOutcome, { kind: 'illegal-step' }>;

/** Why a command is no step from where the workshop is. */
export function illegalWords({ command, state }: Pick<Illegal, 'command' | 'state'>, { t }: Format): string {
  if (state === null) return t('workshop.illegal.table');
  const words = { state: t(`workshop.item.${state}`) };
  return command === 'finish' ? t('workshop.illegal.finish', words) : t('workshop.illegal.item', words);
}
