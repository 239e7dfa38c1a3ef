import type { ItemReport } from './item-report.ts';
import { stepOfFraction } from './step.ts';

/** How many scored items stand at a claimed and a supported step of 5. */
export type SupportCell = { claimed: number; supported: number; items: ItemReport[] };

/** Scored items that weigh something, by their two steps; the widest distance first, then the highest claim. Cells without items are left out. */
export function supportGrid(items: ItemReport[]): SupportCell[] {
  const cells = new Map<string, SupportCell>();
  for (const item of items) {
    if (item.fraction === null || item.supported === null || item.item.weight === 0) continue;
    const claimed = stepOfFraction(item.fraction);
    const supported = stepOfFraction(item.supported);
    const cell = cells.get(`${claimed}/${supported}`) ?? { claimed, supported, items: [] };
    cells.set(`${claimed}/${supported}`, { ...cell, items: [...cell.items, item] });
  }
  return [...cells.values()].sort((a, b) => distance(b) - distance(a) || b.claimed - a.claimed);
}

function distance({ claimed, supported }: SupportCell): number {
  return claimed - supported;
}
