import { check, type Fault, fault } from '#shared/fault.ts';
import { checkChecklist } from './check-checklist.ts';
import type { Checklist, Lens } from './checklist-schema.ts';
import { draftChecklistSchema, lensSchema } from './draft.ts';
import { type Edited, faulty, refusalOf } from './edit-draft.ts';
import { lostDefinitions } from './lost-definitions.ts';
import { lostPlaces } from './lost-places.ts';

/** `position` counts from 0; a new lens has neither `id` nor `seen`. `isConfirmed`: what items name may go, and goes there too. */
type LensEdit = { id?: string; seen?: string; input: unknown; position: number; isConfirmed: boolean };

export function editLens(checklist: Checklist, { id, seen, input, position, isConfirmed }: LensEdit): Edited {
  const stored = id === undefined ? undefined : checklist.lenses.find(lens => lens.id === id);
  const refusal = refusalOf(id, stored, seen);
  if (refusal) return { refused: refusal };
  const parsed = check(lensSchema, input);
  if (!parsed.ok) return faulty(parsed.faults);
  const lens = parsed.value;
  const others = checklist.lenses.filter(other => other !== stored);
  const lenses = others.map(other => renamedIn(other, stored?.id, lens.id)).toSpliced(position, 0, lens);
  const changed = { ...checklist, lenses };
  const faults = [
    ...takenId(lens, others),
    ...sameSides(lens),
    ...(stored ? [] : takenTitle(lens, others)),
    ...faultsOfLens(changed, lenses.indexOf(lens)),
  ];
  return faults.length > 0 ? faulty(faults) : withoutLost(checklist, changed, isConfirmed);
}

/** One of which another one is crossed stays. */
export function removeLens(
  checklist: Checklist,
  { id, seen, isConfirmed }: { id: string; seen: string; isConfirmed: boolean },
): Edited {
  const stored = checklist.lenses.find(lens => lens.id === id);
  const refusal = refusalOf(id, stored, seen);
  if (refusal) return { refused: refusal };
  if (crossedOf(checklist, id).length > 0) return { refused: { reason: 'not-empty' } };
  const lenses = checklist.lenses.filter(lens => lens !== stored);
  return withoutLost(checklist, { ...checklist, lenses }, isConfirmed);
}

/** The lenses that are made of this one. */
export function crossedOf({ lenses }: Checklist, id: string): Lens[] {
  return lenses.filter(lens => 'rows' in lens && (lens.rows === id || lens.columns === id));
}

function renamedIn(lens: Lens, before: string | undefined, after: string): Lens {
  if ('groups' in lens || before === undefined) return lens;
  const renamed = (id: string) => (id === before ? after : id);
  return { ...lens, rows: renamed(lens.rows), columns: renamed(lens.columns) };
}

function takenId({ id }: Lens, others: Lens[]): Fault[] {
  return others.some(other => other.id === id)
    ? [fault(['id'], `“${id}”已被别的用了`, `"${id}" is used by another one`)]
    : [];
}

/** Said while it is written only: of a published checklist nothing can be changed any more. */
function sameSides(lens: Lens): Fault[] {
  return 'rows' in lens && lens.rows === lens.columns
    ? [fault(['columns'], '须与行选不同的视角', 'must be another lens than that of the rows')]
    : [];
}

/** An id is made up, so that a form that is sent twice would make two lenses. */
function takenTitle({ title }: Lens, others: Lens[]): Fault[] {
  return others.some(other => other.title.zh === title.zh)
    ? [fault(['title', 'zh'], '已有同名的视角', 'there is a lens of this title')]
    : [];
}

/** With paths inside the lens; that the lenses are too many or too large as a whole is said of none of its fields. */
function faultsOfLens(checklist: Checklist, index: number): Fault[] {
  const most = check(draftChecklistSchema.shape.lenses, checklist.lenses);
  const faults = most.ok ? checkChecklist(checklist).filter(({ path }) => path[0] === 'lenses') : most.faults;
  return faults
    .filter(({ path }) => !most.ok || path.length < 2 || path[1] === index)
    .map(one => ({ ...one, path: one.path.slice(2) }));
}

function withoutLost(before: Checklist, after: Checklist, isConfirmed: boolean): Edited {
  const lost = lostDefinitions(before, after);
  const places = lostPlaces(before, after);
  if (lost.length + places.length === 0) return { change: after };
  if (!isConfirmed) return { refused: { reason: 'in-use', lost, places } };
  const gone = new Set(lost.map(({ id }) => id));
  const areas = after.areas.map(area => ({ ...area, items: area.items.map(item => withoutTags(item, gone)) }));
  return { change: { ...after, areas } };
}

function withoutTags<T extends { tags?: string[] | undefined }>(item: T, gone: Set<string>): T {
  const { tags } = item;
  return tags?.some(tag => gone.has(tag)) ? { ...item, tags: tags.filter(tag => !gone.has(tag)) } : item;
}
