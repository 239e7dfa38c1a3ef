import type { FormFields } from '../assessment/form-fields.ts';
import type { Section } from './part-sections.ts';

/** A button beside a row was pressed: the fields as they stand afterwards, and the list. Undefined where no such button was. */
export function reorderedRows(fields: FormFields, sections: Section[]): FormFields | undefined {
  const pressed = /^([A-Za-z.]+)\.(\d{1,3})\.(up|down|drop)$/.exec(fields.get('row') ?? '');
  const [, list = '', place = '', command = ''] = pressed ?? [];
  const rows = sections.find(section => section.rows?.name === list)?.rows;
  if (!rows?.isOrdered) return undefined;
  const index = Number(place);
  const other = { up: index - 1, down: index + 1 }[command];
  const changed = new Map(fields);
  for (const { name } of rows.columns) {
    const [here, there] = [`${list}.${index}.${name}`, `${list}.${other ?? -1}.${name}`];
    changed.set(here, other === undefined ? '' : (fields.get(there) ?? ''));
    if (other !== undefined) changed.set(there, fields.get(here) ?? '');
  }
  return changed;
}
