import { type Fault, fault } from '#shared/fault.ts';

export type Path = (string | number)[];

export function duplicatesIn(entries: { id: string }[], path: Path): Fault[] {
  return duplicates(
    entries.map((entry, index) => ({ ...entry, path: [...path, index] })),
    'id',
  );
}

export function duplicates<K extends string>(entries: ({ path: Path } & Record<K, string>)[], key: K): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(entry => {
    if (!seen.has(entry[key])) {
      seen.add(entry[key]);
      return [];
    }
    return [fault([...entry.path, key], `“${entry[key]}”重复`, `"${entry[key]}" is there twice`)];
  });
}
