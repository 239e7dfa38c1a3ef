import { z } from 'zod';
import { type Checklist, checklistSchema, type Item, itemSchema, type Lens } from './checklist-schema.ts';

const { scale, grades, departments, sources, facts, lenses } = checklistSchema.shape;
const lensSchema = lenses.unwrap().element;
const text = { zh: '-' };
const rawSchema = z.record(z.string(), z.unknown());
type Raw = z.infer<typeof rawSchema>;

/**
 * As much of a faulty checklist as the rules across its parts can be held against. Entries keep their places; one that cannot be read
 * stands in with its id and its references, or with an id that nothing refers to. Undefined where nothing can be read.
 */
export function readableParts(input: unknown): Checklist | undefined {
  const parsed = rawSchema.safeParse(input);
  if (!parsed.success) return undefined;
  const raw = parsed.data;
  const itsScale = scale.safeParse(raw.scale);
  const itsGrades = grades.safeParse(raw.grades);
  const cap = checklistSchema.shape.bottomLine.safeParse(raw.bottomLine);
  return {
    schema: 'checklist/1',
    headline: 'claimed',
    ...{ id: 'x', version: '0.0.0', title: text, minimumCoverage: 0, maximumExcluded: 1 },
    scale: itsScale.data ?? { min: 0, max: 1, levels: [0, 1].map(value => ({ value, label: text })) },
    grades: itsGrades.data ?? [{ id: 'A', from: 0, label: text }],
    bottomLine: itsGrades.success ? cap.data : undefined,
    departments: entriesOf(raw.departments, departments.unwrap().element, (entry, index) => ({
      id: idIn(entry, 'id', index),
      name: text,
    })),
    sources: entriesOf(raw.sources, sources.unwrap().element, standInSource),
    facts: entriesOf(raw.facts, facts.unwrap().element, (entry, index) => ({
      id: idIn(entry, 'id', index),
      question: text,
    })),
    lenses: entriesOf(raw.lenses, lensSchema, standInLens),
    areas: areasOf(raw, itsScale.success),
  };
}

function entriesOf<S extends z.ZodType>(
  list: unknown,
  schema: S,
  standIn: (entry: unknown, index: number) => z.output<S>,
): z.output<S>[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown, index) => schema.safeParse(entry).data ?? standIn(entry, index));
}

function idIn(entry: unknown, key: 'id' | 'code', ...places: number[]): string {
  const id = rawSchema.safeParse(entry).data?.[key];
  return typeof id === 'string' ? id : `?${places.join('.')}`;
}

function standInSource(entry: unknown, index: number): NonNullable<Checklist['sources']>[number] {
  return { id: idIn(entry, 'id', index), title: text, kind: 'proposal' };
}

const groupSchema = z.object({ tags: z.array(z.string()).catch([]) }).catch({ tags: [] });
const crossedSchema = z.object({ rows: z.string(), columns: z.string() });

function standInLens(entry: unknown, index: number): Lens {
  const head = { id: idIn(entry, 'id', index), title: text };
  const crossed = crossedSchema.safeParse(entry);
  if (crossed.success) return { ...head, ...crossed.data };
  const groups = rawSchema.safeParse(entry).data?.groups;
  const list: unknown[] = Array.isArray(groups) ? groups : [];
  return {
    ...head,
    groups: list.map((group, place) => ({
      ...{ id: idIn(group, 'id', index, place), label: text },
      tags: groupSchema.parse(group).tags,
    })),
  };
}

function areasOf(raw: Raw, isScaleKnown: boolean): Checklist['areas'] {
  if (!Array.isArray(raw.areas)) return [];
  const complete = completeLists(raw);
  return raw.areas.map((entry: unknown, place) => {
    const area = rawSchema.safeParse(entry).data ?? {};
    const items: unknown[] = Array.isArray(area.items) ? area.items : [];
    return {
      ...{ id: idIn(area, 'id', place), code: idIn(area, 'code', place), title: text },
      weight: typeof area.weight === 'number' ? area.weight : 1,
      items: items.map((item, index) => referringTo(complete, readItem(item, isScaleKnown, [place, index]))),
    };
  });
}

function readItem(entry: unknown, isScaleKnown: boolean, places: number[]): Item {
  const item = itemSchema.safeParse(entry).data;
  if (item && (isScaleKnown || item.scale)) return item;
  return {
    kind: 'maturity',
    ...{ id: idIn(entry, 'id', ...places), code: idIn(entry, 'code', ...places), title: text, weight: 1, meaning: 1 },
    ...referencesSchema.parse(entry),
  };
}

/** What cannot be read in a list leaves a hole, so that the others keep their places. */
const hole = z.string().catch('');
const holes = z.array(hole).optional().catch(undefined);
const referencesSchema = z
  .object({
    lead: z.string().optional().catch(undefined),
    support: holes,
    tags: holes,
    sources: z
      .array(z.object({ source: hole, at: z.literal('-').catch('-') }).catch({ source: '', at: '-' }))
      .optional()
      .catch(undefined),
    conditional: z.object({ fact: z.string() }).optional().catch(undefined),
  })
  .catch({});

type Complete = Record<'departments' | 'sources' | 'facts' | 'tags', boolean>;

/** Of a list that cannot be read nobody knows what it defines. */
function completeLists(raw: Raw): Complete {
  const isRead = (list: unknown) => list === undefined || Array.isArray(list);
  return {
    departments: isRead(raw.departments),
    sources: isRead(raw.sources),
    facts: isRead(raw.facts),
    tags: raw.lenses === undefined || taggedSchema.safeParse(raw.lenses).success,
  };
}

const taggedSchema = z.array(
  z.union([z.object({ groups: z.array(z.object({ tags: z.array(z.string()) })) }), crossedSchema]),
);

function referringTo(complete: Complete, item: Item): Item {
  return {
    ...item,
    ...(complete.departments ? {} : { lead: undefined, support: undefined }),
    ...(complete.sources ? {} : { sources: undefined }),
    ...(complete.facts ? {} : { conditional: undefined }),
    ...(complete.tags ? {} : { tags: undefined }),
  };
}
