import { z } from 'zod';
import { findItem, scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { lineSchema } from '#shared/plain-text.ts';
import { dayFaults, daySchema } from './plan-day.ts';
import { isVotedOn } from './progress.ts';
import { type KeyRole, keyRoles } from './role.ts';
import { hashSecret } from './secrets.ts';
import { type AgendaEntry, minutesSchema, modeSchema } from './workshop.ts';
import type { Created } from './workshop-change.ts';

/** The body of `POST /api/v1/workshops`. */
export const newWorkshopSchema = z.strictObject({
  assessment: z.string(),
  title: lineSchema(60),
  items: z.array(z.string()).min(1).max(1_000),
  mode: modeSchema,
  expected: z.int().min(1).max(100_000).optional(),
  /** By item; the others take the usual time of their kind. */
  minutes: z.record(z.string(), minutesSchema).optional(),
  /** The hours of the day, for the times of the items. */
  day: daySchema.optional(),
  /** Those that take part; all of the checklist unless they are named. */
  departments: z.array(z.string()).max(1_000).optional(),
});
export type NewWorkshop = z.infer<typeof newWorkshopSchema>;

type Parts = { id: string; code: string; secrets: Record<KeyRole, string>; by: string; at: string };

/** The minutes an item takes unless they are changed: two rounds with talk in between, or a look at a figure. */
const usualMinutes = { voted: 12, figure: 5 };

/** The first change of a new workshop. `checklist` is the one in the scope of the assessment; the secrets are stored as hashes. */
export function createWorkshop(input: unknown, checklist: Checklist, parts: Parts): Checked<Created> {
  const parsed = check(newWorkshopSchema, input);
  if (!parsed.ok) return parsed;
  const { items, minutes = {}, departments: named, expected = null, ...rest } = parsed.value;
  const known = (checklist.departments ?? []).map(({ id }) => id);
  const departments = known.filter(id => named?.includes(id) ?? true);
  const faults = [
    ...itemFaults(items, checklist),
    ...departmentFaults(named ?? [], known),
    ...modeFaults(rest.mode, departments),
    ...dayFaults(rest.day, ['day']),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const { secrets, ...stamp } = parts;
  const agenda = items.flatMap(itemId => {
    const item = findItem(checklist, itemId);
    return item ? [entryOf(item, checklist, minutes)] : [];
  });
  return {
    ok: true,
    value: { type: 'created', ...stamp, ...rest, expected, departments, keys: hashesOf(secrets), agenda },
  };
}

/** Which role a secret is that of; undefined for one that is not of this workshop. */
export function findKeyRole(keys: Record<KeyRole, string>, secret: string): KeyRole | undefined {
  const wanted = hashSecret(secret);
  return keyRoles.find(role => keys[role] === wanted);
}

function itemFaults(items: string[], checklist: Checklist): Fault[] {
  return items.flatMap((itemId, index) => {
    if (!findItem(checklist, itemId))
      return [
        fault(['items', index], `评价范围内没有“${itemId}”`, `there is no "${itemId}" in the scope of the assessment`),
      ];
    return items.indexOf(itemId) === index
      ? []
      : [fault(['items', index], '同一项写了两次', 'this item is named twice')];
  });
}

function departmentFaults(named: string[], known: string[]): Fault[] {
  return named.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [fault(['departments', index], `检查表没有部门“${id}”`, `the checklist has no department "${id}"`)],
  );
}

function modeFaults(mode: NewWorkshop['mode'], departments: string[]): Fault[] {
  return mode === 'department' && departments.length === 0
    ? [fault(['mode'], '没有可以投票的部门，不能按部门投票', 'there is no department that could vote')]
    : [];
}

function entryOf(item: Item, checklist: Checklist, chosen: Record<string, number>): AgendaEntry {
  const { min, max } = item.kind === 'yes-no' ? { min: 0, max: 1 } : scaleOf(item, checklist);
  const given = Object.hasOwn(chosen, item.id) ? chosen[item.id] : undefined;
  return { item: item.id, kind: item.kind, scale: { min, max }, minutes: given ?? usualMinutesOf(item) };
}

export function usualMinutesOf(item: Pick<Item, 'kind'>): number {
  return isVotedOn(item) ? usualMinutes.voted : usualMinutes.figure;
}

function hashesOf(secrets: Record<KeyRole, string>): Record<KeyRole, string> {
  return {
    facilitator: hashSecret(secrets.facilitator),
    'co-facilitator': hashSecret(secrets['co-facilitator']),
    scribe: hashSecret(secrets.scribe),
    projector: hashSecret(secrets.projector),
  };
}
