import type { Checklist } from '#checklist/checklist-schema.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';

/** In addresses: no id can be a dash. */
export const nobody = '-';

export type DepartmentLink = { name: string; href: string };

/** A department by name, with the address of what is asked of it; also for what nobody leads. */
export function departmentLink(
  assessmentId: string,
  departmentId: string | undefined,
  { checklist, format }: { checklist: Checklist; format: Format },
): DepartmentLink {
  const name = departmentName(departmentId, checklist, format);
  const known = name !== '' && departmentId !== undefined;
  return {
    name: known ? name : format.t('departments.nobody'),
    href: `/assessments/${assessmentId}/departments/${known ? encodeURIComponent(departmentId) : nobody}`,
  };
}
