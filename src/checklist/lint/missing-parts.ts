import type { Checklist, Item } from '../checklist-schema.ts';
import { type Finding, finding, type Path, type PlacedItem } from './finding.ts';

/** What the schema leaves open so that a checklist can start small, and a finished one has. */
export function findMissingParts(checklist: Checklist): Finding[] {
  return [
    ...missing(checklist, ['about', 'readingRules', 'departments', 'sources'], []),
    ...(checklist.scale.levels ?? []).flatMap((level, index) =>
      missing(level, ['meaning'], ['scale', 'levels', index]),
    ),
    ...checklist.areas.flatMap((area, index) => missing(area, ['purpose', 'items'], ['areas', index])),
  ];
}

export function findMissingPartsOfItem({ item, path }: PlacedItem): Finding[] {
  return [
    ...missing(item, ['question', 'guidance', 'evidence', 'lead', 'sources', 'tags'], path),
    ...missing(item, partsOfKind[item.kind], path),
  ];
}

const partsOfKind: Record<Item['kind'], string[]> = {
  maturity: ['levels'],
  metric: ['levels'],
  deduction: ['shortcoming'],
  'yes-no': [],
  matrix: ['cells'],
};

function missing(owner: object, parts: string[], path: Path): Finding[] {
  const given = new Map<string, unknown>(Object.entries(owner));
  return parts
    .filter(part => isEmpty(given.get(part)))
    .map(part => finding('missing-part', [...path, part], { zh: `缺 ${part}`, en: `there is no ${part}` }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
