import { isUnfinished } from '#assessment/action.ts';
import { sumOfCosts } from '#scoring/action-cost.ts';
import type { PlannedAction } from './action-plan.ts';
import { orderActions } from './order-actions.ts';
import type { ReportFacts } from './report.ts';

export type PlanInBrief = {
  unfinished: number;
  /** Of what is unfinished, as it was estimated. */
  cost: ReturnType<typeof sumOfCosts>;
  /** The low end of the claimed score now and with everything done; null where there is none. */
  low: number | null;
  otherLow: number | null;
  /** A failing bottom line before others, then what gains most. */
  first: PlannedAction;
};

/** What somebody who decides asks of a plan: what it costs, what it is worth and where to begin. Undefined where nothing is left to do. */
export function planInBrief({ plan, checklist }: Pick<ReportFacts, 'plan' | 'checklist'>): PlanInBrief | undefined {
  const departments = (checklist.departments ?? []).map(({ id }) => id);
  const unfinished = plan.actions.filter(({ action }) => isUnfinished(action));
  const [first] = orderActions(unfinished, 'bottom', { aim: 'low', departments });
  if (!first) return undefined;
  return {
    unfinished: unfinished.length,
    cost: sumOfCosts(unfinished.map(({ action }) => action.content.cost)),
    low: plan.now.claimed.shown.low,
    otherLow: plan.whenDone.claimed.shown.low,
    first,
  };
}
