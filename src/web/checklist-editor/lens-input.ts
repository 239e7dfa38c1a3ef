import type { Checklist, Lens, LensGroup } from '#checklist/checklist-schema.ts';
import { freeId, freeTag } from './free-names.ts';
import { plainInputs, type Section } from './part-sections.ts';
import { partOfTyped, rowsOf, type TypedPart, typedOfPart } from './typed-part.ts';

/** A stored lens as its form shows it. */
export function typedOfLens(lens: Lens, sections: Section[], index: number): TypedPart {
  const groups = 'groups' in lens ? lens.groups.map(group => ({ ...group, was: group.id })) : undefined;
  return new Map([...typedOfPart({ ...lens, groups }, sections), ['position', String(index + 1)]]);
}

type Known = { checklist: Checklist; stored: Lens | undefined };
type Raw = Record<string, unknown>;

/** As the schema takes it. What the form does not show, such as the tags of a group, stays as it is stored; a new group gets a tag of its own. */
export function lensOfTyped(typed: TypedPart, sections: Section[], { checklist, stored }: Known): Raw {
  const { position: _position, groups, ...part } = partOfTyped(typed, sections);
  const ids = checklist.lenses.map(lens => lens.id);
  const id = typeof part.id === 'string' ? part.id : (stored?.id ?? freeId('lens', ids));
  const lens = { ...unshown(stored, sections), ...part, id };
  // Both sides are named even where nothing was chosen, so that what is missing is a side and not groups.
  if (isCrossed(sections)) return { rows: undefined, columns: undefined, ...lens };
  if (groups === undefined) return lens;
  return { ...lens, groups: groupsOf(rowsOf(groups), id, { checklist, stored }) };
}

function isCrossed(sections: Section[]): boolean {
  return plainInputs(sections).some(({ name }) => name === 'rows');
}

function unshown(stored: Lens | undefined, sections: Section[]): Raw {
  const names = plainInputs(sections).map(({ name }) => name.split('.')[0]);
  const shown = new Set([...names, ...sections.map(({ rows }) => rows?.name)]);
  return Object.fromEntries(Object.entries(stored ?? {}).filter(([key]) => !shown.has(key)));
}

function groupsOf(rows: Raw[], lensId: string, { checklist, stored }: Known): Raw[] {
  const before = new Map(groupsIn(stored).map(group => [group.id, group]));
  const ids = new Set(rows.flatMap(({ id, was }) => [id, was].filter(one => typeof one === 'string')));
  const tags = new Set(checklist.lenses.flatMap(groupsIn).flatMap(group => group.tags));
  return rows.map(({ was, ...row }) => {
    const known = typeof was === 'string' ? before.get(was) : undefined;
    const id = typeof row.id === 'string' ? row.id : (known?.id ?? freeId('group', ids));
    ids.add(id);
    if (known) return { ...withoutLabel(known), ...row, id };
    const tag = freeTag(lensId, id, tags);
    tags.add(tag);
    return { ...row, id, tags: [tag] };
  });
}

function withoutLabel({ label: _label, ...group }: LensGroup): Raw {
  return group;
}

function groupsIn(lens: Lens | undefined): LensGroup[] {
  return lens && 'groups' in lens ? lens.groups : [];
}
