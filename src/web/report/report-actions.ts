import { findAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { PlannedAction } from '#report/action-plan.ts';
import { orderActions } from '#report/order-actions.ts';
import type { Report } from '#report/report.ts';
import type { Suggestion } from '#report/suggested-actions.ts';
import { gainOf } from '#scoring/what-if.ts';
import {
  costWords,
  gainWords,
  kindsWords,
  presentWords,
  shortMeasure,
  statusTag,
  targetWords,
} from '../actions/action-words.ts';
import { planCost } from '../actions/plan-words.ts';
import { suggestedContent } from '../actions/suggestion-view.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { findingParagraph } from './report-words.ts';

/** As many as somebody reads who decides what to plan next. */
const suggestionsShown = 5;

/** What is planned with owner, deadline and measure of success; what could be planned next stands apart. */
export function actionsPart(report: Report, format: Format) {
  const { plan, checklist, assessment } = report;
  const departments = (checklist.departments ?? []).map(({ id }) => id);
  const counted = plan.actions.filter(({ action }) => action.content.status !== 'dropped');
  const cost = planCost(report, format);
  const suggestions = plan.suggestions.slice(0, suggestionsShown);
  return {
    lead: [findingParagraph(report, 'actions', format), cost]
      .filter(sentence => sentence !== '')
      .join(format.t('report.sentence-separator')),
    cost,
    href: `/assessments/${assessment.id}/actions`,
    rows: orderActions(counted, 'bottom', { aim: 'low', departments }).map(one => plannedRow(one, report, format)),
    suggestions: suggestions.map(suggestion => suggestedRow(suggestion, report, format)),
  };
}

function plannedRow({ action, place, gain, isOverdue, isBottomLine }: PlannedAction, report: Report, format: Format) {
  const { content } = action;
  return {
    ...rowOf({ content, item: place?.item, gain }, report, format),
    deadline: content.deadline === undefined ? format.t('actions.deadline.open') : format.day(content.deadline),
    ...{ isOverdue, isBottomLine },
    cost: costWords(content.cost, format) || format.t('plan.first.cost-open'),
    status: statusTag(content.status, format),
  };
}

function suggestedRow(suggestion: Suggestion, report: Report, format: Format) {
  const { plan, checklist } = report;
  const gain = gainOf(plan.base, plan.now, suggestion.step);
  const content = suggestedContent(suggestion, checklist, format);
  return { ...rowOf({ content, item: suggestion.item, gain }, report, format), isBottomLine: suggestion.isBottomLine };
}

type Row = { content: PlannedAction['action']['content']; item: Item | undefined; gain: PlannedAction['gain'] };

function rowOf({ content, item, gain }: Row, { assessment, checklist, wholeChecklist }: Report, format: Format) {
  const { t } = format;
  const department = (id: string) => departmentName(id, wholeChecklist, format) || id;
  const success = item
    ? t('actions.change', {
        from: presentWords(findAnswer(assessment, item.id), item, checklist, format),
        to: targetWords(content.target, item, checklist, format),
      })
    : t('actions.out-of-scope');
  return {
    title: item ? `${item.code} ${format.text(item.title)}` : content.item,
    measure: shortMeasure(content.measure, 200),
    wholeMeasure: content.measure,
    lead: content.lead === undefined ? t('actions.lead.open') : department(content.lead),
    support:
      content.support.length > 0
        ? t('area.support', { departments: format.list(content.support.map(department)) })
        : '',
    success,
    evidence: content.evidence.length > 0 ? kindsWords(content.evidence, format) : '',
    ...{ low: gainWords(gain.low, format), supported: gainWords(gain.supported, format) },
  };
}
