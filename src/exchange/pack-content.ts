import type { Assessment } from '#assessment/assessment.ts';
import { departmentWorks, findDepartmentWork } from '#assessment/department-work.ts';
import type { MatrixItem } from '#assessment/matrix-cells.ts';
import { isExcludedByFact } from '#assessment/progress.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';

/** Whom a pack is for: one department, those items that nobody leads, or everybody. */
export type PackFor = { department: string } | 'nobody' | 'everybody';

/** What a pack asks: areas with their items, and tables, each with the rows that are to be filled in. `rowsOnly`: the table as a whole is another department's. */
export type PackContent = {
  areas: { area: Area; items: Item[] }[];
  tables: { item: MatrixItem; rowIds: string[]; rowsOnly: boolean }[];
};

/** `checklist` is the one in scope. What the city's facts exclude is not asked. */
export function packContent(assessment: Assessment, checklist: Checklist, packFor: PackFor): PackContent {
  if (packFor === 'everybody') return contentOf(checklist, item => !isExcludedByFact(item, assessment.setup.profile));
  const departmentId = packFor === 'nobody' ? undefined : packFor.department;
  const work = findDepartmentWork(departmentWorks(assessment, checklist), departmentId);
  const led = new Set(work?.leads.map(({ item }) => item.id));
  const { areas, tables } = contentOf(checklist, item => led.has(item.id));
  const rows = (work?.rows ?? [])
    .filter(({ item }) => !led.has(item.id))
    .map(({ item }) => ({ item, rowIds: [departmentId ?? ''], rowsOnly: true }));
  return { areas, tables: [...tables, ...rows] };
}

function contentOf(checklist: Checklist, isAsked: (item: Item) => boolean): PackContent {
  const areas = checklist.areas
    .map(area => ({ area, items: area.items.filter(isAsked) }))
    .filter(({ items }) => items.length > 0);
  const tables = areas
    .flatMap(({ items }) => items)
    .flatMap(item =>
      item.kind === 'matrix' ? [{ item, rowIds: item.rows.map(({ id }) => id), rowsOnly: false }] : [],
    );
  return { areas, tables };
}
