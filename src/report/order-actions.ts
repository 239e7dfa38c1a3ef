import { costFigure } from '#scoring/action-cost.ts';
import type { Objective } from '#scoring/best-set.ts';
import type { PlannedAction } from './action-plan.ts';

export const actionOrders = ['bottom', 'gain', 'ratio', 'deadline', 'department'] as const;
export type ActionOrder = (typeof actionOrders)[number];

/**
 * `bottom`: failing bottom lines first, then by gain; `ratio`: gain for its cost, which is the estimate or the middle of the band, what has
 * no figure of cost last. Every order ends in the one of the plan.
 */
export function orderActions(
  actions: readonly PlannedAction[],
  order: ActionOrder,
  { aim, departments }: { aim: Objective; departments: readonly string[] },
): PlannedAction[] {
  const byGain = (a: PlannedAction, b: PlannedAction) => gain(b) - gain(a);
  switch (order) {
    case 'gain':
      return actions.toSorted(byGain);
    case 'bottom':
      return actions.toSorted((a, b) => Number(b.isBottomLine) - Number(a.isBottomLine) || byGain(a, b));
    case 'ratio':
      return actions.toSorted((a, b) => difference(ratio(b), ratio(a)) || byGain(a, b));
    case 'deadline':
      return actions.toSorted((a, b) => compare(deadline(a), deadline(b)) || byGain(a, b));
    case 'department':
      return actions.toSorted((a, b) => place(a) - place(b) || compare(deadline(a), deadline(b)));
  }

  /** What has no number gains less than nothing. */
  function gain(planned: PlannedAction): number {
    return planned.gain[aim] ?? -1;
  }

  /** What costs nothing and gains something comes first. */
  function ratio(planned: PlannedAction): number {
    const cost = costFigure(planned.action.content.cost);
    if (cost === null) return -1;
    if (gain(planned) <= 0) return 0;
    return cost === 0 ? Number.POSITIVE_INFINITY : gain(planned) / cost;
  }

  function place({ action }: PlannedAction): number {
    const index = departments.indexOf(action.content.lead ?? '');
    return index < 0 ? departments.length : index;
  }
}

/** Two infinite ones are equal. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** What has no deadline comes last. */
function deadline({ action }: PlannedAction): string {
  return action.content.deadline ?? '9999-99-99';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
