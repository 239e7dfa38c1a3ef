import { type Fault, fault } from '#shared/fault.ts';
import type { Path } from './find-duplicates.ts';

/** What stands in headings, lists and tables, and everything else. In UTF-16 units; English takes twice the letters. */
const short = { keys: new Set(['title', 'label', 'name', 'unit', 'author', 'number', 'version']), most: 200 };
const most = 5_000;
/** Texts that are the same in both languages; ids and tags have their own limits. */
const plainKeys = new Set(['unit', 'number', 'version', 'at', 'rule', 'reason']);
const languages = new Set<unknown>(['zh', 'en']);

/** Texts of what is written anew that are longer than pages can show. Not for what is stored: that was accepted once and has to be read. */
export function checkLengths(value: unknown, path: Path = []): Fault[] {
  if (typeof value === 'string') return value.length > mostAt(path) ? [tooLong(path)] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => checkLengths(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => checkLengths(one, [...path, key]));
}

function mostAt(path: Path): number {
  const last = path.at(-1);
  const key = String(languages.has(last) ? path.at(-2) : last);
  if (!languages.has(last) && !plainKeys.has(key)) return Number.POSITIVE_INFINITY;
  return short.keys.has(key) ? short.most : most;
}

function tooLong(path: Path): Fault {
  const limit = mostAt(path);
  return fault(path, `太长，最多 ${limit} 字`, `is too long: at most ${limit} characters`);
}
