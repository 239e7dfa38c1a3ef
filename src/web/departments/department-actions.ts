import { type Action, isOverdue } from '#assessment/action.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { shortMeasure, statusTag } from '../actions/action-words.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

/** What a department has to do, or helps with, by deadline; what was given up is left out. */
export function departmentActions(
  departmentId: string | undefined,
  { assessment, wholeChecklist }: OpenAssessment,
  { format, today }: { format: Format; today: string },
) {
  return (assessment.actions ?? [])
    .filter(({ content }) => content.status !== 'dropped' && roleOf(content, departmentId) !== null)
    .toSorted((a, b) => (a.content.deadline ?? '9999').localeCompare(b.content.deadline ?? '9999'))
    .map(action => {
      const { content, id } = action;
      const item = findItem(wholeChecklist, content.item);
      return {
        href: `/assessments/${assessment.id}/actions/${id}`,
        title: item ? `${item.code} ${format.text(item.title)}` : content.item,
        measure: shortMeasure(content.measure),
        role: format.t(`actions.role.${roleOf(content, departmentId) ?? 'lead'}`),
        deadline: content.deadline === undefined ? format.t('actions.deadline.open') : format.day(content.deadline),
        overdue: isOverdue(action, today),
        status: statusTag(content.status, format),
      };
    });
}

/** What nobody leads is listed with the items that nobody leads. */
function roleOf({ lead, support }: Action['content'], departmentId: string | undefined): 'lead' | 'support' | null {
  if (lead === departmentId) return 'lead';
  return departmentId !== undefined && support.includes(departmentId) ? 'support' : null;
}
