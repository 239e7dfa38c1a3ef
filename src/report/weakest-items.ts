import type { ItemReport } from './item-report.ts';

/** The lowest answers that weigh something and are not full marks; of equals the first in the checklist. */
export function weakestItems(items: readonly ItemReport[], atMost: number): ItemReport[] {
  return items
    .filter(({ fraction, effectiveWeight }) => fraction !== null && fraction < 1 && effectiveWeight > 0)
    .sort((a, b) => (a.fraction ?? 0) - (b.fraction ?? 0))
    .slice(0, atMost);
}
