import { type PlanInBrief, planInBrief } from '#report/plan-in-brief.ts';
import type { Report } from '#report/report.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { costWords, rangeOfCost } from './action-words.ts';

/** What is left of the plan costs so much; empty where nothing is left. */
export function planCost(report: Report, format: Format): string {
  const brief = planInBrief(report);
  return brief ? costOf(brief, format) : '';
}

/** For a leader: what the plan costs and is worth, and what to begin with. */
export function planLines(report: Report, format: Format): string[] {
  const brief = planInBrief(report);
  if (!brief) return [];
  const { low, otherLow } = brief;
  const worth =
    low === null || otherLow === null
      ? []
      : [format.t('plan.when-done', { low: format.score(low), otherLow: format.score(otherLow) })];
  return [
    [costOf(brief, format), ...worth].join(format.t('report.sentence-separator')),
    firstOf(brief, report, format),
  ];
}

function costOf({ unfinished: count, cost }: PlanInBrief, format: Format): string {
  const { t } = format;
  if (cost.missing === count) return t('plan.cost-open', { count });
  if (cost.missing > 0) return t('plan.cost-part', { count, missing: cost.missing, cost: rangeOfCost(cost, format) });
  return cost.to === 0 ? t('plan.cost-free', { count }) : t('plan.cost', { count, cost: rangeOfCost(cost, format) });
}

function firstOf({ first: { action, place, isOverdue } }: PlanInBrief, report: Report, format: Format): string {
  const { t } = format;
  const { lead, deadline, cost, item } = action.content;
  const facts = [
    lead === undefined ? t('plan.first.lead-open') : departmentName(lead, report.wholeChecklist, format) || lead,
    deadline === undefined
      ? t('plan.first.deadline-open')
      : t(isOverdue ? 'plan.first.overdue' : 'plan.first.deadline', { day: format.day(deadline) }),
    costWords(cost, format) || t('plan.first.cost-open'),
  ];
  return t('plan.first', {
    item: place ? `${place.item.code} ${format.text(place.item.title)}` : item,
    facts: facts.join(t('plan.first.separator')),
  });
}
