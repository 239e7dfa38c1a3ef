import { boxOf } from './outcome.ts';
import { getProgress, isResting, restingState } from './progress.ts';
import type { ItemProgress, Objection, ObjectionTally, Table, Workshop } from './workshop.ts';

export const emptyTable: Table = { boxes: {}, objections: {} };

/** The current item leaves the table: of its ballots and objections only figures and texts stay. */
export function clearTable(workshop: Workshop): Workshop {
  const { current, table } = workshop;
  if (current === null) return workshop;
  const progress = getProgress(workshop, current);
  return {
    ...workshop,
    items: { ...workshop.items, [current]: offTheTable(progress, table) },
    ...{ current: null, table: emptyTable, timer: null },
  };
}

function tallyObjections(objections: Record<string, Objection>): ObjectionTally {
  const all = Object.values(objections);
  const canLive = all.filter(objection => objection.canLive).length;
  const reasons = all.flatMap(({ canLive, reason }) => (canLive || reason === undefined ? [] : [reason]));
  return { canLive, cannotLive: all.length - canLive, reasons: reasons.sort() };
}

/** Of an item on the table or off it. */
export function objectionsOf({ current, table, items }: Workshop, itemId: string): ObjectionTally {
  return current === itemId
    ? tallyObjections(table.objections)
    : (items[itemId]?.objections ?? { canLive: 0, cannotLive: 0, reasons: [] });
}

function offTheTable(progress: ItemProgress, table: Table): ItemProgress {
  return {
    ...progress,
    state: isResting(progress.state) ? progress.state : restingState(progress),
    rounds: progress.rounds.map(round => ({ ...round, voted: round.voted ?? boxOf(table, round.round).size })),
    objections: tallyObjections(table.objections),
  };
}
