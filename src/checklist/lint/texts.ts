import { type Text, textSchema } from '#shared/text.ts';
import type { Item } from '../checklist-schema.ts';
import type { Path } from './finding.ts';

export type PlacedText = { path: Path; text: Text };

/** Every text of the checklist, whatever it belongs to. */
export function textsIn(value: unknown, path: Path = []): PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = textSchema.safeParse(value);
  if (text.success) return [{ path, text: text.data }];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

export function questionOf({ question }: Item, path: Path): PlacedText[] {
  return question ? [{ path: [...path, 'question'], text: question }] : [];
}

export function guidanceOf({ guidance }: Item, path: Path): PlacedText[] {
  return guidance ? [{ path: [...path, 'guidance'], text: guidance }] : [];
}

export type LevelText = PlacedText & { level: number };

/** Lowest first. */
export function levelsOf({ levels = {} }: Item, path: Path): LevelText[] {
  return Object.entries(levels)
    .map(([level, text]) => ({ level: Number(level), path: [...path, 'levels', level], text }))
    .sort((a, b) => a.level - b.level);
}
