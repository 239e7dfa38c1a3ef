import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../../format.ts';

const voted = ['briefing', 'open', 'closed', 'revealed', 'discussion', 'recorded'] as const;
/** A figure is looked at, not voted on. */
const figure = ['briefing', 'discussion', 'recorded'] as const;

/** Where the item on the table is on its way. */
export function stepLine({ state, kind }: Snapshot, { t }: Format) {
  const steps: readonly string[] = kind === 'maturity' || kind === 'yes-no' ? voted : figure;
  return steps.map(step => ({ label: t(`workshop.item.${step}`), current: step === state }));
}
