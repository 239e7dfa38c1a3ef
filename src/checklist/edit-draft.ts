import type { Decision } from '#shared/decision.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { checkChecklist } from './check-checklist.ts';
import { itemChecker } from './check-item.ts';
import type { Area, Checklist, Item } from './checklist-schema.ts';
import { areaHeadSchema, draftChecklistSchema, type HeadPart, headPartSchemas, itemSchema } from './draft.ts';
import { areaPartOf, headKeys, headPartOf } from './draft-parts.ts';
import { fitPictures } from './fit-pictures.ts';
import { type LostDefinition, lostDefinitions } from './lost-definitions.ts';
import { type LostPlaces, lostPlaces } from './lost-places.ts';
import { partMark } from './part-mark.ts';

/** Faults have paths inside the part that was edited. */
type EditRefusal =
  | { reason: 'stale' }
  | { reason: 'gone' }
  | { reason: 'not-empty' }
  | { reason: 'in-use'; lost: LostDefinition[]; places: LostPlaces[] }
  | { reason: 'faulty'; faults: Fault[] };
export type Edited = Decision<Checklist, EditRefusal>;

/** `seen` marks the state that the form was made from (`partMark`); `isConfirmed`: what items name and pictures show may go. */
type HeadEdit = { part: HeadPart; input: Record<string, unknown>; seen: string; isConfirmed: boolean };

/** What is wrong in the part itself refuses; what it breaks elsewhere is asked about, then it is for the list of faults, and stops only publishing. */
export function editHead(checklist: Checklist, { part, input, seen, isConfirmed }: HeadEdit): Edited {
  if (partMark(headPartOf(checklist, part)) !== seen) return { refused: { reason: 'stale' } };
  const parsed = check(headPartSchemas[part], input);
  if (!parsed.ok) return faulty(parsed.faults);
  const keys = headKeys(part);
  const others = Object.entries(checklist).filter(([key]) => !keys.has(key));
  const changed = draftChecklistSchema.parse({ ...Object.fromEntries(others), ...parsed.value });
  const faults = checkChecklist(changed).filter(({ path }) => keys.has(String(path[0])));
  if (faults.length > 0) return faulty(faults);
  return askedBefore(checklist, { change: part === 'scale' ? fitPictures(changed) : changed }, isConfirmed);
}

/** `position` counts from 0; a new area has neither `id` nor `seen`. */
type AreaEdit = { id?: string; seen?: string; input: unknown; position: number };

export function editArea(checklist: Checklist, { id, seen, input, position }: AreaEdit): Edited {
  const stored = id === undefined ? undefined : checklist.areas.find(area => area.id === id);
  const refusal = refusalOf(id, stored && areaPartOf(stored), seen);
  if (refusal) return { refused: refusal };
  const parsed = check(areaHeadSchema, input);
  if (!parsed.ok) return faulty(parsed.faults);
  const others = checklist.areas.filter(area => area !== stored);
  const faults = taken(parsed.value, others);
  if (faults.length > 0) return faulty(faults);
  return withAreas(checklist, others.toSpliced(position, 0, { ...parsed.value, items: stored?.items ?? [] }));
}

/** Only an area without items goes, so that nobody takes twenty of them away with one press. */
export function removeArea(checklist: Checklist, { id, seen }: { id: string; seen: string }): Edited {
  const stored = checklist.areas.find(area => area.id === id);
  const refusal = refusalOf(id, stored && areaPartOf(stored), seen);
  if (refusal) return { refused: refusal };
  if (stored && stored.items.length > 0) return { refused: { reason: 'not-empty' } };
  return withAreas(
    checklist,
    checklist.areas.filter(area => area !== stored),
  );
}

/** `areaId`: where it stands; `toAreaId`: where it shall stand, and there at `position`. */
type ItemEdit = {
  areaId: string;
  toAreaId?: string;
  id?: string;
  seen?: string;
  input: unknown;
  position: number;
  isConfirmed: boolean;
};

export function editItem(checklist: Checklist, edit: ItemEdit): Edited {
  const { areaId, toAreaId = areaId, id, seen, input, position } = edit;
  const area = checklist.areas.find(one => one.id === areaId);
  if (!area) return { refused: { reason: 'gone' } };
  const target = checklist.areas.find(one => one.id === toAreaId);
  if (!target) return faulty([fault(['area'], '没有这个任务领域', 'there is no such area')]);
  const stored = id === undefined ? undefined : area.items.find(item => item.id === id);
  const refusal = refusalOf(id, stored, seen);
  if (refusal) return { refused: refusal };
  const checked = checkEditedItem(checklist, input, stored);
  if (!checked.ok) return faulty(checked.faults);
  const without = (items: Item[]) => items.filter(item => item !== stored);
  const areas = checklist.areas.map(one => (one === area ? { ...one, items: without(one.items) } : one));
  const added = areas.map(one =>
    one.id === toAreaId ? { ...one, items: one.items.toSpliced(position, 0, checked.value) } : one,
  );
  const edited = withAreas(checklist, added);
  if (id === undefined) return edited;
  return askedBefore(checklist, withPictures(edited, { was: id, now: checked.value.id }), edit.isConfirmed);
}

export function removeItem(
  checklist: Checklist,
  { areaId, id, seen, isConfirmed }: { areaId: string; id: string; seen: string; isConfirmed: boolean },
): Edited {
  const area = checklist.areas.find(one => one.id === areaId);
  const stored = area?.items.find(item => item.id === id);
  const refusal = refusalOf(id, stored, seen);
  if (!area || refusal) return { refused: refusal ?? { reason: 'gone' } };
  const items = area.items.filter(item => item !== stored);
  const edited = withAreas(
    checklist,
    checklist.areas.map(one => (one === area ? { ...area, items } : one)),
  );
  return askedBefore(checklist, withPictures(edited, { was: id }), isConfirmed);
}

/** The faults of an item inside the checklist, with paths inside the item. */
export function faultsOfItem(item: Item, checklist: Checklist): Fault[] {
  const others = checklist.areas.flatMap(area => area.items.filter(other => other !== item));
  return [...taken(item, others), ...itemChecker(checklist)(item, [])];
}

function checkEditedItem(checklist: Checklist, input: unknown, stored: Item | undefined): Checked<Item> {
  const parsed = check(itemSchema, input);
  if (!parsed.ok) return parsed;
  const others = checklist.areas.flatMap(area => area.items.filter(other => other !== stored));
  const faults = [...taken(parsed.value, others), ...itemChecker(checklist)(parsed.value, [])];
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

/** Why a part that was seen like this cannot be changed. */
export function refusalOf(id: string | undefined, stored: unknown, seen: string | undefined): EditRefusal | undefined {
  if (id === undefined) return undefined;
  if (stored === undefined) return { reason: 'gone' };
  return partMark(stored) === seen ? undefined : { reason: 'stale' };
}

export function faulty(faults: Fault[]): Edited {
  return { refused: { reason: 'faulty', faults } };
}

function taken(part: { id: string; code: string }, others: { id: string; code: string }[]): Fault[] {
  return (['id', 'code'] as const).flatMap(key =>
    others.some(other => other[key] === part[key])
      ? [fault([key], `“${part[key]}”已被别的用了`, `"${part[key]}" is used by another one`)]
      : [],
  );
}

/** What an edit takes away elsewhere goes only when that is confirmed. */
function askedBefore(checklist: Checklist, edited: Edited, isConfirmed: boolean): Edited {
  if (isConfirmed || !('change' in edited)) return edited;
  const lost = lostDefinitions(checklist, edited.change);
  const places = lostPlaces(checklist, edited.change);
  return lost.length + places.length > 0 ? { refused: { reason: 'in-use', lost, places } } : edited;
}

function withPictures(edited: Edited, item: { was: string; now?: string }): Edited {
  return 'change' in edited ? { change: fitPictures(edited.change, item) } : edited;
}

/** Checked again as a whole, because the number of areas and items has a limit. */
function withAreas(checklist: Checklist, areas: Area[]): Edited {
  const most = check(draftChecklistSchema.shape.areas, areas);
  return most.ok
    ? { change: { ...checklist, areas } }
    : faulty(most.faults.map(({ message }) => ({ path: [], message })));
}
