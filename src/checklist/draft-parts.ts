import type { Area, Checklist } from './checklist-schema.ts';
import { type HeadPart, headPartSchemas } from './draft.ts';

/** The fields of one page of the head, as they are stored. */
export function headPartOf(checklist: Checklist, part: HeadPart): Record<string, unknown> {
  const keys = headKeys(part);
  return Object.fromEntries(Object.entries(checklist).filter(([key]) => keys.has(key)));
}

export function headKeys(part: HeadPart): Set<string> {
  return new Set(Object.keys(headPartSchemas[part].shape));
}

/** An area without its items, and which items in which order. */
export function areaPartOf({ items, ...head }: Area) {
  return { ...head, items: items.map(item => item.id) };
}

/** Which page of the head has this field. */
export function partOfKey(key: string): HeadPart {
  const parts = ['about', 'scale', 'grades', 'departments', 'sources', 'facts'] as const;
  return parts.find(part => headKeys(part).has(key)) ?? 'about';
}
