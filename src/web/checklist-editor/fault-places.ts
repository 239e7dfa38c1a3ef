import type { Fault } from '#shared/fault.ts';

/** Paths that the form has under other names. */
const otherNames: Record<string, string> = { conditional: 'condition', bottomLine: 'floor' };

/** The field at which a fault is shown: the one of its path, else the first one inside it, else one around it. */
export function fieldOfFault({ path }: Pick<Fault, 'path'>, names: readonly string[]): string | undefined {
  const known = new Set(names);
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.');
    const found = known.has(name) ? name : names.find(one => one.startsWith(`${name}.`));
    if (found !== undefined) return found;
  }
  const other = otherNames[String(path[0])];
  return other !== undefined && known.has(other) ? other : undefined;
}
