import type { Text } from '#shared/text.ts';
import { itemsOf } from './checklist-lookups.ts';
import type { Checklist, Item } from './checklist-schema.ts';

type DefinitionKind = 'department' | 'source' | 'fact' | 'tag';
/** As what an item names a definition. */
export type Role = 'lead' | 'support' | 'source' | 'condition' | 'tag';
/** A definition that is gone although items still name it; `uses`: the codes of the items by role, in their order. */
export type LostDefinition = { kind: DefinitionKind; id: string; label: Text; uses: Map<Role, string[]> };

/** What `before` defines, `after` does not, and items of `after` name. */
export function lostDefinitions(before: Checklist, after: Checklist): LostDefinition[] {
  const still = new Set(definitionsIn(after).map(keyOf));
  const lost = new Map(
    definitionsIn(before)
      .filter(definition => !still.has(keyOf(definition)))
      .map(definition => [keyOf(definition), { ...definition, uses: new Map<Role, string[]>() }] as const),
  );
  for (const item of itemsOf(after))
    for (const { role, ...reference } of referencesOf(item)) addUse(lost.get(keyOf(reference)), role, item.code);
  return [...lost.values()].filter(({ uses }) => uses.size > 0);
}

function addUse(lost: LostDefinition | undefined, role: Role, code: string): void {
  lost?.uses.set(role, [...(lost.uses.get(role) ?? []), code]);
}

type Definition = Pick<LostDefinition, 'kind' | 'id' | 'label'>;

function definitionsIn({ departments = [], sources = [], facts = [], lenses }: Checklist): Definition[] {
  return [
    ...departments.map(({ id, name }) => ({ kind: 'department' as const, id, label: name })),
    ...sources.map(({ id, title }) => ({ kind: 'source' as const, id, label: title })),
    ...facts.map(({ id, question }) => ({ kind: 'fact' as const, id, label: question })),
    ...lenses
      .flatMap(lens => ('groups' in lens ? lens.groups : []))
      .flatMap(({ tags, label }) => tags.map(id => ({ kind: 'tag' as const, id, label }))),
  ];
}

function referencesOf({ lead, support = [], sources = [], conditional, tags = [] }: Item) {
  return [
    ...(lead === undefined ? [] : [{ kind: 'department' as const, id: lead, role: 'lead' as const }]),
    ...support.map(id => ({ kind: 'department' as const, id, role: 'support' as const })),
    ...sources.map(({ source }) => ({ kind: 'source' as const, id: source, role: 'source' as const })),
    ...(typeof conditional === 'object'
      ? [{ kind: 'fact' as const, id: conditional.fact, role: 'condition' as const }]
      : []),
    ...tags.map(id => ({ kind: 'tag' as const, id, role: 'tag' as const })),
  ];
}

function keyOf({ kind, id }: Pick<Definition, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
