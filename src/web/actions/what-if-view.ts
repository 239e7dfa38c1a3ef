import { isUnfinished } from '#assessment/action.ts';
import type { ActionPlan, PlannedAction } from '#report/action-plan.ts';
import { sumOfCosts } from '#scoring/action-cost.ts';
import { type BestSet, bestSet } from '#scoring/best-set.ts';
import type { OverallResult } from '#scoring/overall-result.ts';
import { roundScore } from '#scoring/rounding.ts';
import { gainBetween, whatIf } from '#scoring/what-if.ts';
import type { Format } from '../format.ts';
import { gainWords, money, rangeOfCost } from './action-words.ts';
import { type ActionsQuery, aims, amountOf } from './actions-query.ts';

/** What was chosen, by hand or for a budget; without a question everything unfinished. */
export type Chosen = { ids: Set<string>; best: BestSet | undefined; budgetError: boolean };

export function chosenOf({ base, actions }: ActionPlan, query: ActionsQuery): Chosen {
  if (query.do === undefined) return byHand(actions.filter(({ action }) => isUnfinished(action)));
  const picked = byHand(actions.filter(planned => isPickable(planned) && query.pick.includes(planned.action.id)));
  if (query.do === 'sum') return picked;
  const budget = amountOf(query.budget);
  if (budget === undefined) return { ...picked, budgetError: true };
  const candidates = actions
    .filter(({ action }) => isUnfinished(action))
    .map(({ action: { id, content } }) => ({ ...content, id }));
  const best = bestSet({ ...base, objective: query.aim, candidates }, budget);
  return { ids: new Set(best.ids), best, budgetError: false };
}

/** What was given up cannot be counted on. */
export function isPickable({ action }: PlannedAction): boolean {
  return action.content.status !== 'dropped';
}

function byHand(actions: PlannedAction[]): Chosen {
  return { ids: new Set(actions.map(({ action }) => action.id)), best: undefined, budgetError: false };
}

/** The result now and with what is chosen, and what that costs. */
export function whatIfView(
  plan: ActionPlan,
  { chosen, query }: { chosen: Chosen; query: ActionsQuery },
  format: Format,
) {
  const { t } = format;
  const actions = plan.actions.filter(({ action }) => chosen.ids.has(action.id)).map(({ action }) => action.content);
  const then = whatIf(plan.base, actions);
  const costs = sumOfCosts(actions.map(({ cost }) => cost));
  return {
    chosen: t('actions.what-if.chosen', { count: actions.length }),
    figures: figuresOf(plan, then, format),
    grades: gradesOf(plan, then, format),
    cost: rangeOfCost(costs, format),
    costMissing: costs.missing > 0 ? t('actions.what-if.cost-missing', { count: costs.missing }) : null,
    best: chosen.best ? bestWords(chosen.best, query, format) : null,
    left:
      chosen.best && chosen.best.left.length > 0 ? t('actions.best.left', { count: chosen.best.left.length }) : null,
    budget: query.budget,
    budgetError: chosen.budgetError ? t('actions.budget.error') : null,
    aims: aims.map(value => ({ value, label: t(`actions.aim.${value}`), chosen: value === query.aim })),
  };
}

function figuresOf({ now }: ActionPlan, then: OverallResult, format: Format) {
  const gain = gainBetween(now, then);
  const figure = (label: string, from: number | null, to: number | null, gained: number | null) => ({
    ...{ label, from: format.score(from), to: format.score(to), gain: gainWords(gained, format) },
    moves: gained !== null && gained > 0,
  });
  const [was, is] = [now.claimed.shown, then.claimed.shown];
  return [
    figure(format.t('report.claimed'), was.score, is.score, gain.score),
    figure(format.t('actions.low'), was.low, is.low, gain.low),
    figure(format.t('report.supported'), now.supported.shown, then.supported.shown, gain.supported),
  ];
}

function gradesOf({ base, now }: ActionPlan, then: OverallResult, format: Format) {
  const words = (id: string | null) => {
    const grade = base.checklist.grades.find(one => one.id === id);
    return grade
      ? format.t('report.grade-name', { id: grade.id, label: format.text(grade.label) })
      : format.t('report.figure.no-grade');
  };
  return (['claimed', 'supported'] as const).map(side => ({
    label: format.t(`actions.grade.${side}`),
    from: words(now[side].grade),
    to: words(then[side].grade),
    moves: now[side].grade !== then[side].grade,
  }));
}

function bestWords({ ids, cost, exact, gain, bound }: BestSet, { budget, aim }: ActionsQuery, format: Format): string {
  const { t } = format;
  const words = { budget: money(amountOf(budget) ?? 0, format), aim: t(`actions.aim.${aim}`), count: ids.length };
  if (ids.length === 0) return t('actions.best.none', words);
  const priced = { ...words, cost: money(cost, format) };
  return exact
    ? t('actions.best.exact', priced)
    : t('actions.best.bounded', { ...priced, more: format.score(roundScore(Math.max(0, bound - gain))) });
}
