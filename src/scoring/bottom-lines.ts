import type { ItemScore } from './item-score.ts';
import { isBelow } from './tolerance.ts';

/** Ids in checklist order. */
export type BottomLines = { breached: string[]; unverified: string[]; unsupported: string[] };

type Judgement = keyof BottomLines | 'met';

export function judgeBottomLines(items: ItemScore[]): BottomLines {
  const judged: BottomLines & { met: string[] } = { breached: [], unverified: [], unsupported: [], met: [] };
  for (const item of items) {
    const floor = item.item.bottomLine?.floor;
    if (floor !== undefined && item.state !== 'excluded-by-fact') judged[judge(item, floor)].push(item.id);
  }
  return judged;
}

function judge({ fraction, supported }: ItemScore, floor: number): Judgement {
  if (fraction === null) return 'unverified';
  if (isBelow(fraction, floor)) return 'breached';
  return isBelow(supported, floor) ? 'unsupported' : 'met';
}
