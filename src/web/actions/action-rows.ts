import { findAnswer } from '#assessment/record-answer.ts';
import type { PlannedAction } from '#report/action-plan.ts';
import { actionOrders, orderActions } from '#report/order-actions.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { departmentLink } from '../departments/department-link.ts';
import type { Format } from '../format.ts';
import {
  costWords,
  gainWords,
  kindsWords,
  presentWords,
  shortMeasure,
  statusTag,
  targetWords,
} from './action-words.ts';
import type { ActionsQuery } from './actions-query.ts';
import type { OpenPlan } from './open-plan.ts';
import { isPickable } from './what-if-view.ts';

type Asked = { query: ActionsQuery; chosen: ReadonlySet<string> };

/** The plan in the order that was asked for, under headings where the order has any. */
export function actionGroups({ open, plan }: OpenPlan, { query, chosen }: Asked, format: Format) {
  const departments = (open.checklist.departments ?? []).map(({ id }) => id);
  const shown = plan.actions.filter(planned => isOfDepartment(planned, query.department));
  const groups = new Map<string, ReturnType<typeof actionRow>[]>();
  for (const planned of orderActions(shown, query.order, { aim: query.aim, departments })) {
    const heading = headingOf(planned, query, open, format);
    groups.set(heading, [...(groups.get(heading) ?? []), actionRow(planned, open, { chosen, format })]);
  }
  // That nothing is a bottom line need not be said.
  const isPlain = query.order === 'bottom' && groups.size === 1;
  return Array.from(groups, ([heading, rows], index) => ({
    ...{ id: `group-${index}`, rows },
    heading: isPlain ? '' : heading,
  }));
}

export function orderOptions({ order }: ActionsQuery, { t }: Format) {
  return actionOrders.map(value => ({ value, label: t(`actions.order.${value}`), chosen: value === order }));
}

function isOfDepartment({ action: { content } }: PlannedAction, department: string): boolean {
  return department === '' || content.lead === department || content.support.includes(department);
}

/** Empty where one list is enough. */
function headingOf(planned: PlannedAction, { order }: ActionsQuery, open: OpenAssessment, format: Format): string {
  const { t } = format;
  if (order === 'bottom') return t(planned.isBottomLine ? 'actions.group.bottom' : 'actions.group.other');
  if (order === 'deadline') {
    if (planned.isOverdue) return t('actions.group.overdue');
    return t(planned.action.content.deadline === undefined ? 'actions.group.no-deadline' : 'actions.group.in-time');
  }
  return order === 'department' ? leadOf(planned, open, format).name : '';
}

function leadOf({ action }: PlannedAction, { assessment, checklist }: OpenAssessment, format: Format) {
  return departmentLink(assessment.id, action.content.lead, { checklist, format });
}

function actionRow(
  planned: PlannedAction,
  open: OpenAssessment,
  { chosen, format }: { chosen: ReadonlySet<string>; format: Format },
) {
  const { action, place, gain, isOverdue } = planned;
  const { id, content } = action;
  const { t } = format;
  const code = place?.item.code ?? content.item;
  return {
    id,
    anchor: `action-${id}`,
    picked: chosen.has(id),
    pickable: isPickable(planned),
    pick: t('actions.pick', { code, measure: shortMeasure(content.measure, 30) }),
    href: `/assessments/${open.assessment.id}/actions/${id}`,
    code,
    title: place ? format.text(place.item.title) : t('actions.out-of-scope'),
    measure: shortMeasure(content.measure),
    change: place ? changeWords(planned, open, format) : '',
    evidence:
      content.evidence.length > 0 ? t('actions.leaves', { evidence: kindsWords(content.evidence, format) }) : null,
    lead: content.lead === undefined ? null : leadOf(planned, open, format),
    deadline: content.deadline === undefined ? null : format.day(content.deadline),
    overdue: isOverdue,
    isBottomLine: planned.isBottomLine,
    cost: costWords(content.cost, format) || format.score(null),
    low: gainWords(gain.low, format),
    supported: gainWords(gain.supported, format),
    status: statusTag(content.status, format),
  };
}

function changeWords(
  { action: { content }, place }: PlannedAction,
  { assessment, checklist }: OpenAssessment,
  format: Format,
) {
  if (!place) return '';
  return format.t('actions.change', {
    from: presentWords(findAnswer(assessment, content.item), place.item, checklist, format),
    to: targetWords(content.target, place.item, checklist, format),
  });
}
