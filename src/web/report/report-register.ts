import type { PlannedAction } from '#report/action-plan.ts';
import type { RegisterReport, RegisterRow } from '#report/register-report.ts';
import type { Report } from '#report/report.ts';
import { shortMeasure, statusTag } from '../actions/action-words.ts';
import { nextLevelWords, saidWords, shownChip, shownSupport, shownTitle } from '../assessment/shown-words.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';

/** A row for each item: what is there, how far it is shown, who is responsible, what comes next. */
export function registerView({ rows }: RegisterReport, report: Report, format: Format) {
  return {
    lead: leadOf(rows, format),
    rows: rows.map(row => ({
      title: shownTitle(row, format),
      claimed: shownChip(row, report, format),
      said: saidWords(row, format),
      supported: shownSupport(row, report, format),
      gap: row.gap === null ? '' : format.t(`picture.register.gap.${row.gap}`),
      missing: nextLevelWords(row, format),
      ...departmentsOf(row, report, format),
      ...nextOf(row, report, format),
    })),
  };
}

function leadOf(rows: RegisterRow[], { t }: Format): string {
  return t('picture.register.lead', {
    count: rows.length,
    led: rows.filter(({ item }) => item.lead !== undefined).length,
    planned: rows.filter(({ next }) => next !== null).length,
  });
}

function departmentsOf({ item }: RegisterRow, { wholeChecklist }: Report, format: Format) {
  const names = (item.support ?? []).map(id => departmentName(id, wholeChecklist, format));
  return {
    lead: departmentName(item.lead, wholeChecklist, format) || format.t('picture.register.no-lead'),
    support: names.length === 0 ? '' : format.t('area.support', { departments: format.list(names) }),
  };
}

function nextOf({ next, unfinished }: RegisterRow, report: Report, format: Format) {
  const { t } = format;
  if (!next)
    return {
      measure: t('picture.register.no-action'),
      deadline: '',
      who: '',
      isOverdue: false,
      status: null,
      more: '',
    };
  const { content } = next.action;
  return {
    measure: shortMeasure(content.measure),
    deadline: content.deadline === undefined ? t('picture.register.no-deadline') : format.day(content.deadline),
    who: whoDoes(next, report, format),
    isOverdue: next.isOverdue,
    status: statusTag(content.status, format),
    more: unfinished > 1 ? t('picture.register.more', { count: unfinished - 1 }) : '',
  };
}

function whoDoes({ action: { content } }: PlannedAction, { wholeChecklist }: Report, format: Format): string {
  return content.lead === undefined
    ? format.t('picture.register.no-lead')
    : departmentName(content.lead, wholeChecklist, format) || content.lead;
}
