import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { type Setup, setupSchema } from './assessment.ts';

/** A setup that fits the checklist: its facts, areas and bottom lines exist. */
export function checkSetup(input: unknown, checklist: Checklist): Checked<Setup> {
  const parsed = check(setupSchema, input);
  if (!parsed.ok) return parsed;
  const faults = checkReferences(parsed.value, checklist);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function checkReferences({ profile, scope, policy }: Setup, checklist: Checklist): Fault[] {
  const facts = new Set(checklist.facts?.map(fact => fact.id));
  const areas = new Set(checklist.areas.map(area => area.id));
  const bottomLines = new Set(itemsOf(checklist).flatMap(item => (item.bottomLine ? [item.id] : [])));
  return [
    ...unknown(Object.keys(profile), facts, id => ['profile', id]),
    ...unknown(scope?.areas ?? [], areas, (_id, index) => ['scope', 'areas', index]),
    ...unknown(policy?.bottomLinesOff ?? [], bottomLines, (_id, index) => ['policy', 'bottomLinesOff', index]),
    ...checkScopeHasItems(scope, checklist),
  ];
}

function unknown(ids: string[], known: Set<string>, path: (id: string, index: number) => Fault['path']): Fault[] {
  return ids.flatMap((id, index) =>
    known.has(id) && ids.indexOf(id) === index
      ? []
      : [
          fault(
            path(id, index),
            `检查表没有“${id}”，或它不属于这一类，或写了两次`,
            `the checklist has no "${id}" of this kind, or it is named twice`,
          ),
        ],
  );
}

function checkScopeHasItems(scope: Setup['scope'], checklist: Checklist): Fault[] {
  const areas = checklist.areas.filter(area => !scope?.areas || scope.areas.includes(area.id));
  const items = areas.flatMap(area => area.items).filter(item => scope?.items !== 'core' || item.core);
  return items.length > 0 ? [] : [fault(['scope'], '这个范围内没有检查项', 'there is no item in this scope')];
}
