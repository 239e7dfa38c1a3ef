import { z } from 'zod';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { usualMinutesOf } from '#workshop/create-workshop.ts';

const one = z.union([z.string(), z.array(z.string()).transform(values => values.at(-1) ?? '')]).catch('');
const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);

const breakCount = 3;

const fieldsSchema = z.object({
  /** Made with the form, so that a form sent twice makes one workshop. */
  id: one,
  title: one,
  mode: one,
  expected: one,
  start: one,
  end: one,
  /** The items as the page had them, in their order; `chosen` are those that are ticked now. */
  agenda: many,
  chosen: many,
  departments: many,
});

export type TypedEntry = { item: string; minutes: string };
type TypedBreak = { at: string; minutes: string };

/** The planning form as typed. */
export type TypedPlan = Pick<
  z.infer<typeof fieldsSchema>,
  'id' | 'title' | 'mode' | 'expected' | 'start' | 'end' | 'departments'
> & {
  agenda: TypedEntry[];
  breaks: TypedBreak[];
  /** Items that the scope of the assessment has no more. */
  gone: string[];
};

/** Items keep their order; newly ticked ones follow in the order of the checklist. */
export function readTypedPlan(body: unknown, checklist: Checklist): TypedPlan {
  const entries = z.record(z.string(), z.unknown()).parse(body ?? {});
  const { agenda, chosen, ...fields } = fieldsSchema.parse(entries);
  const known = itemsOf(checklist).map(({ id }) => id);
  const ticked = new Set(chosen);
  const kept = [...new Set(agenda)].filter(id => ticked.has(id) && known.includes(id));
  const added = known.filter(id => ticked.has(id) && !kept.includes(id));
  const usual = usualMinutesByItem(checklist);
  return {
    ...fields,
    agenda: [...kept, ...added].map(item => ({
      item,
      minutes: one.parse(entries[`minutes:${item}`]) || (usual.get(item) ?? ''),
    })),
    breaks: Array.from({ length: breakCount }, (_, index) => ({
      at: one.parse(entries[`break:${index}:at`]),
      minutes: one.parse(entries[`break:${index}:minutes`]),
    })),
    gone: [...ticked].filter(id => !known.includes(id)),
  };
}

/** A long working day with an hour and a half for lunch and two short breaks: the 36 core items at their usual minutes fit into it. */
export function emptyPlan(id: string, checklist: Checklist): TypedPlan {
  return {
    ...{ id, title: '', mode: 'anonymous', expected: '', start: '08:30', end: '18:00' },
    departments: (checklist.departments ?? []).map(department => department.id),
    agenda: [],
    breaks: [
      { at: '10:30', minutes: '15' },
      { at: '12:00', minutes: '90' },
      { at: '15:30', minutes: '15' },
    ],
    gone: [],
  };
}

export function usualMinutesByItem(checklist: Checklist): Map<string, string> {
  return new Map(itemsOf(checklist).map(item => [item.id, String(usualMinutesOf(item))]));
}
