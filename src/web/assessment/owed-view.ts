import type { Answer } from '#assessment/answer.ts';
import { type AskedItem, departmentWorks } from '#assessment/department-work.ts';
import { filledCells } from '#assessment/matrix-cells.ts';
import { isExcludedByFact, workLeft } from '#assessment/progress.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { departmentName } from '../checklist/item-words.ts';
import { departmentLink } from '../departments/department-link.ts';
import type { Format } from '../format.ts';
import { brickOf } from './brick.ts';
import type { OpenAssessment } from './open-assessment.ts';

/** Who still owes something, and behind it every item that is not answered and every table that is not finished. Null where nothing is owed. */
export function owedView(open: OpenAssessment, format: Format) {
  const items = itemRows(open, format);
  if (items.length === 0) return null;
  return {
    departments: departmentRows(open, format),
    fold: format.t('overview.owed.all', { count: items.length }),
    items,
  };
}

/** By the department that leads. */
function departmentRows({ assessment, checklist }: OpenAssessment, format: Format) {
  const isOwed = ({ item }: AskedItem) => isOwedItem(item, { assessment });
  return departmentWorks(assessment, checklist).flatMap(({ departmentId, leads }) => {
    const owed = leads.filter(isOwed);
    if (owed.length === 0) return [];
    const where = { assessment, checklist, nextItemId: undefined };
    return [
      {
        ...departmentLink(assessment.id, departmentId, { checklist, format }),
        bricks: owed.map(({ item, areaId }) => brickOf(item, { ...where, areaId }, format)),
        open: String(owed.length),
        leads: String(leads.length),
      },
    ];
  });
}

function itemRows({ assessment, checklist }: OpenAssessment, format: Format) {
  return checklist.areas.flatMap(area =>
    area.items
      .filter(item => isOwedItem(item, { assessment }))
      .map(item => ({
        href: `/assessments/${assessment.id}/areas/${area.id}#${item.code}`,
        label: `${item.code} ${format.text(item.title)}`,
        filled: filledOf(item, findAnswer(assessment, item.id), format),
        lead: departmentLink(assessment.id, item.lead, { checklist, format }),
        support: format.list((item.support ?? []).map(id => departmentName(id, checklist, format))),
      })),
  );
}

function isOwedItem(item: Item, { assessment }: Pick<OpenAssessment, 'assessment'>): boolean {
  const isAsked = !isExcludedByFact(item, assessment.setup.profile);
  return isAsked && workLeft(item, findAnswer(assessment, item.id)) !== 'done';
}

/** How far a table is that somebody has begun. */
function filledOf(item: Item, answer: Answer | undefined, { t }: Format): string {
  return item.kind === 'matrix' && answer ? t('matrix.filled', filledCells(item, answer.value)) : '';
}
