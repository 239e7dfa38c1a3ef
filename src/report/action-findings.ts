import { isUnfinished } from '#assessment/action.ts';
import type { ActionPlan } from './action-plan.ts';
import { type Finding, finding } from './finding.ts';
import type { ReportFacts } from './report.ts';

/** What is planned, what it comes to together, and what the plan does not hold yet. */
export function actionFindings({ plan }: ReportFacts): Finding[] {
  if (plan.actions.length === 0)
    return [...(plan.suggestions.length > 0 ? [finding('actions.none')] : []), ...uncovered(plan)];
  return [...planned(plan), ...whenDone(plan), ...overdue(plan), ...incomplete(plan), ...uncovered(plan)];
}

function planned({ actions }: ActionPlan): Finding[] {
  const unfinished = actions.filter(({ action }) => isUnfinished(action)).length;
  return [finding('actions.planned', { count: actions.length, unfinished })];
}

/** Everything unfinished together, because gains do not add up. */
function whenDone({ now, whenDone, actions }: ActionPlan): Finding[] {
  const [from, to] = [now.claimed, whenDone.claimed];
  const [supported, otherSupported] = [now.supported.shown, whenDone.supported.shown];
  if (!actions.some(({ action }) => isUnfinished(action))) return [];
  if (from.shown.low === null || to.shown.low === null || supported === null || otherSupported === null) return [];
  const params = { low: from.shown.low, otherLow: to.shown.low, supported, otherSupported };
  return from.grade !== null && to.grade !== null && from.grade !== to.grade
    ? [finding('actions.when-done-grade', { ...params, grade: from.grade, otherGrade: to.grade })]
    : [finding('actions.when-done', params)];
}

function overdue({ actions }: ActionPlan): Finding[] {
  const late = actions.filter(({ isOverdue }) => isOverdue);
  return late.length > 0 ? [finding('actions.overdue', { count: late.length, items: itemsOf(late) })] : [];
}

function incomplete({ actions }: ActionPlan): Finding[] {
  const open = actions.filter(({ action, missing }) => isUnfinished(action) && missing.length > 0);
  return open.length > 0 ? [finding('actions.incomplete', { count: open.length, items: itemsOf(open) })] : [];
}

/** Failing bottom lines about which nothing is planned. */
function uncovered({ now, actions }: ActionPlan): Finding[] {
  const about = new Set(
    actions.filter(({ action }) => action.content.status !== 'dropped').map(({ action }) => action.content.item),
  );
  const failing = [...now.claimed.breached, ...now.claimed.unverified, ...now.supported.unsupported];
  const items = failing.filter(id => !about.has(id));
  return items.length > 0 ? [finding('actions.bottom-lines', { count: items.length, items })] : [];
}

function itemsOf(actions: ActionPlan['actions']): string[] {
  return [...new Set(actions.map(({ action }) => action.content.item))];
}
