import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Assessment } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';

const one = z.union([z.string(), z.array(z.string()).transform(values => values.at(-1) ?? '')]).catch('');
const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);

/** The fields of the set-up form as typed; facts stand under `fact.<id>` as `yes`, `no` or nothing. */
const fieldsSchema = z.object({
  checklist: one,
  /** Absent where the form had nothing to choose from. */
  origin: one.optional(),
  seen: one,
  city: one,
  unitCode: one,
  parentCode: one,
  period: one,
  referenceDate: one,
  due: one,
  items: one,
  areas: many,
  bottomLineCap: one,
  bottomLinesOff: many,
});

/** `seen` marks the stored set-up that the form was made from (`markOf`). */
export type TypedSetup = z.infer<typeof fieldsSchema> & { facts: Record<string, string> };

export function readTypedSetup(body: unknown, checklist: Checklist): TypedSetup {
  const entries = z.record(z.string(), z.unknown()).parse(body ?? {});
  const facts = (checklist.facts ?? []).map(({ id }) => [id, one.parse(entries[`fact.${id}`])]);
  return { ...fieldsSchema.parse(entries), facts: Object.fromEntries(facts) };
}

/** What `checkSetup` takes; an empty field is one that was not given. */
export function setupOfTyped(typed: TypedSetup, checklist: Checklist): unknown {
  const { city, period, referenceDate, areas, items, bottomLineCap, bottomLinesOff } = typed;
  const known = checklist.areas.map(area => area.id);
  const allAreas = known.every(id => areas.includes(id)) && areas.every(id => known.includes(id));
  const answered = Object.entries(typed.facts).filter(([, answer]) => answer === 'yes' || answer === 'no');
  return {
    ...{ city, period, referenceDate },
    ...given('unitCode', typed.unitCode),
    ...given('parentCode', typed.parentCode),
    ...given('due', typed.due),
    profile: Object.fromEntries(answered.map(([id, answer]) => [id, answer === 'yes'])),
    scope: { ...(allAreas ? {} : { areas }), items: items === 'core' ? 'core' : 'all' },
    policy: { bottomLineCap: bottomLineCap === 'on', bottomLinesOff },
  };
}

type SetUp = Pick<Assessment, 'setup' | 'origin'>;

/** A stored set-up as the form shows it. */
export function typedOfSetup({ setup, origin = '' }: SetUp, checklist: Checklist): TypedSetup {
  const facts = Object.entries(setup.profile).map(([id, holds]) => [id, holds ? 'yes' : 'no']);
  return {
    checklist: checklist.id,
    origin,
    seen: markOf({ setup, origin }),
    city: setup.city,
    unitCode: setup.unitCode ?? '',
    parentCode: setup.parentCode ?? '',
    period: setup.period,
    referenceDate: setup.referenceDate,
    due: setup.due ?? '',
    items: setup.scope?.items ?? 'all',
    areas: setup.scope?.areas ?? checklist.areas.map(area => area.id),
    bottomLineCap: setup.policy?.bottomLineCap ? 'on' : '',
    bottomLinesOff: setup.policy?.bottomLinesOff ?? [],
    facts: Object.fromEntries(facts),
  };
}

/** Tells one stored set-up from another. */
export function markOf({ setup, origin = '' }: SetUp): string {
  return createHash('sha256')
    .update(JSON.stringify([setup, origin]))
    .digest('hex')
    .slice(0, 16);
}

function given(name: string, value: string): Record<string, string> {
  return value.trim() === '' ? {} : { [name]: value };
}
