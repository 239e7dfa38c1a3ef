import { actionStatusSchema } from '#assessment/action.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { actionGroups, orderOptions } from './action-rows.ts';
import type { ActionsQuery } from './actions-query.ts';
import type { CarryOffer } from './carry-offers.ts';
import type { OpenPlan } from './open-plan.ts';
import { suggestionsView } from './suggestion-view.ts';
import { chosenOf, whatIfView } from './what-if-view.ts';

export type ActionsPage = { opened: OpenPlan; query: ActionsQuery; offers: CarryOffer[] };

/** The plan: what will be done, what it brings, and what could be done besides. */
export function actionsPage({ opened, query, offers }: ActionsPage, format: Format): Page {
  const { open, plan } = opened;
  const { t } = format;
  const { assessment, checklist } = open;
  const { city, period } = assessment.setup;
  const base = `/assessments/${assessment.id}/actions`;
  const chosen = chosenOf(plan, query);
  const isEmpty = plan.actions.length === 0;
  return {
    template: 'actions/actions',
    title: t('actions.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'actions', format),
    scripts: ['action-plan.js'],
    view: {
      letterhead: t('actions.title', { city, period }),
      lead: isEmpty ? t('actions.lead.none') : leadOf(opened, format),
      warnings: warningsOf(opened, format),
      isFinal: assessment.state === 'final',
      ...{ action: base, add: `${base}/new`, csv: isEmpty ? null : `${base}.csv` },
      isEmpty,
      department: query.department === '' ? null : departmentOf(query.department, base, { checklist, format }),
      orders: orderOptions(query, format),
      groups: actionGroups(opened, { query, chosen: chosen.ids }, format),
      whatIf: isEmpty ? null : whatIfView(plan, { chosen, query }, format),
      suggestions: suggestionsView(opened, query.suggestions === 'all', format),
      offers: offers.map(offer => ({ ...offer, action: `${base}/carry` })),
    },
  };
}

function leadOf({ plan: { actions } }: OpenPlan, format: Format): string {
  const { t } = format;
  const counts = actionStatusSchema.options.flatMap(status => {
    const count = actions.filter(({ action }) => action.content.status === status).length;
    return count > 0 ? [t('actions.lead.part', { status: t(`actions.status.${status}`), count })] : [];
  });
  return t('actions.lead', { count: actions.length, counts: format.list(counts) });
}

/** What stands in the way of the plan. */
function warningsOf({ plan: { actions } }: OpenPlan, { t }: Format): string[] {
  const overdue = actions.filter(({ isOverdue }) => isOverdue).length;
  const unfinished = actions.filter(
    ({ action: { content } }) => content.status === 'planned' || content.status === 'running',
  );
  const missing = unfinished.filter(planned => planned.missing.length > 0).length;
  return [
    ...(overdue > 0 ? [t('actions.warning.overdue', { count: overdue })] : []),
    ...(missing > 0 ? [t('actions.warning.missing', { count: missing })] : []),
  ];
}

type Known = { checklist: Parameters<typeof departmentName>[1]; format: Format };

function departmentOf(id: string, base: string, { checklist, format }: Known) {
  return {
    words: format.t('actions.of-department', { department: departmentName(id, checklist, format) || id }),
    all: base,
    id,
  };
}
