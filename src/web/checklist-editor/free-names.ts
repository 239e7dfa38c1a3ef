import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist } from '#checklist/checklist-schema.ts';

/** `start-1`, `start-2` …: the first that is free. */
export function freeId(start: string, used: Iterable<string>): string {
  const taken = new Set(used);
  let number = 1;
  while (taken.has(`${start}-${number}`)) number += 1;
  return `${start}-${number}`;
}

/** A tag for one group of one lens, `lens:group` as far as tags can spell them. */
export function freeTag(lensId: string, groupId: string, used: ReadonlySet<string>): string {
  const [lens, group] = [lensId, groupId].map(id =>
    id
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-')
      .slice(0, 35),
  );
  const tag = `${lens}:${group}`;
  if (!used.has(tag)) return tag;
  let number = 2;
  while (used.has(`${tag}-${number}`)) number += 1;
  return `${tag}-${number}`;
}

/** The letter after those in use. */
export function freeAreaCode({ areas }: Checklist): string {
  const taken = new Set(areas.map(({ code }) => code));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(letter => !taken.has(letter)) ?? String(areas.length + 1);
}

/** The area's code and the next number. */
export function freeItemCode({ code, items }: Area, checklist: Checklist): string {
  const taken = new Set(itemsOf(checklist).map(item => item.code));
  let number = items.length + 1;
  while (taken.has(`${code}${number}`)) number += 1;
  return `${code}${number}`;
}
