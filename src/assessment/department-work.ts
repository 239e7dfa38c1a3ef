import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Assessment } from './assessment.ts';
import type { MatrixItem } from './matrix-cells.ts';
import { isExcludedByFact } from './progress.ts';
import { findAnswer } from './record-answer.ts';

export type AskedItem = { item: Item; areaId: string; answered: boolean };

/** What one department is asked for. `departmentId` is undefined for the items of which no department is named. */
export type DepartmentWork = {
  departmentId: string | undefined;
  leads: AskedItem[];
  supports: AskedItem[];
  /** Tables by department, in which it has a row. */
  rows: { item: MatrixItem; areaId: string }[];
};

/** Every department with something to do, in the checklist's order; what nobody leads stands last. `checklist` is the one in scope. */
export function departmentWorks(assessment: Assessment, checklist: Checklist): DepartmentWork[] {
  const ids = (checklist.departments ?? []).map(({ id }) => id);
  const works = new Map<string | undefined, DepartmentWork>(
    [...ids, undefined].map(id => [id, { departmentId: id, leads: [], supports: [], rows: [] }]),
  );
  for (const asked of askedItems(assessment, checklist)) assign(asked, works);
  return [...works.values()].filter(
    ({ leads, supports, rows }) => leads.length > 0 || supports.length > 0 || rows.length > 0,
  );
}

export function findDepartmentWork(works: DepartmentWork[], departmentId: string | undefined) {
  return works.find(work => work.departmentId === departmentId);
}

function askedItems(assessment: Assessment, checklist: Checklist): AskedItem[] {
  return checklist.areas.flatMap(area =>
    area.items
      .filter(item => !isExcludedByFact(item, assessment.setup.profile))
      .map(item => ({ item, areaId: area.id, answered: findAnswer(assessment, item.id) !== undefined })),
  );
}

/** Every item has exactly one lead, if only the nameless one. */
function assign(asked: AskedItem, works: Map<string | undefined, DepartmentWork>): void {
  const { item, areaId } = asked;
  const lead = works.get(item.lead) ?? works.get(undefined);
  lead?.leads.push(asked);
  for (const id of new Set(item.support)) if (works.get(id) !== lead) works.get(id)?.supports.push(asked);
  if (item.kind === 'matrix' && item.rows.every(row => works.has(row.id)))
    for (const row of item.rows) works.get(row.id)?.rows.push({ item, areaId });
}
