/** The single values of a JSON document by where they stand, and what stands empty; members of a list by their id where they have one. */
export function leavesOf(value: unknown, isLeaf: (path: string) => boolean = () => false): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  collect(value, '', { leaves, isLeaf });
  return leaves;
}

type Collecting = { leaves: Map<string, unknown>; isLeaf: (path: string) => boolean };

function collect(value: unknown, path: string, collecting: Collecting): void {
  const members = collecting.isLeaf(path) ? [] : membersOf(value);
  if (members.length === 0) collecting.leaves.set(path, value);
  for (const [name, member] of members) collect(member, pathTo(path, name), collecting);
}

/** Nothing for a single value. */
function membersOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).filter(([, member]) => member !== undefined);
  const ids = value.map(idOf);
  const telling = ids.every(id => id !== undefined) && new Set(ids).size === ids.length;
  return value.map((member, index) => [telling ? String(ids[index]) : String(index), member]);
}

function idOf(member: unknown): string | undefined {
  if (typeof member !== 'object' || member === null || !('id' in member)) return undefined;
  return typeof member.id === 'string' ? member.id : undefined;
}

/** A name that could be taken for several is quoted. */
function pathTo(path: string, name: string): string {
  const plain = /^[\p{L}\p{N}_-]+$/u.test(name);
  if (!plain) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
