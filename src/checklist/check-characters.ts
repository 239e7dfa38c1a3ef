import { type Fault, fault } from '#shared/fault.ts';
import { hasHiddenControls } from '#shared/plain-text.ts';
import type { Path } from './find-duplicates.ts';

/** What comes with a file is told, not silently changed: pages and files would carry it on. */
export function checkCharacters(value: unknown, path: Path = []): Fault[] {
  if (typeof value === 'string') return hasHiddenControls(value) ? [hidden(path)] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => checkCharacters(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => checkCharacters(one, [...path, key]));
}

function hidden(path: Path): Fault {
  return fault(
    path,
    '有看不见的控制字符，或改变文字方向的字符',
    'has invisible control characters, or characters that turn the text around',
  );
}
