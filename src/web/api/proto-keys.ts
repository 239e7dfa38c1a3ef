import { type Fault, fault } from '#shared/fault.ts';

/** Enough to find it; a body made to hold thousands, deeply nested, is not worth listing. */
const most = { faults: 20, steps: 30 };

type Place = { key: string | number; within: Place | null };

/**
 * A key `__proto__` of a JSON body. JSON.parse takes it as a name like any other; what copies objects afterwards drops it,
 * so that something sent would be neither stored nor refused. Walks without recursion: a body can be nested deeply.
 */
export function protoKeys(body: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: { value: unknown; at: Place | null }[] = [{ value: body, at: null }];
  for (let next = waiting.pop(); next && faults.length < most.faults; next = waiting.pop()) {
    const { value, at } = next;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, inside] of Object.entries(value)) {
      const place = { key: isList ? Number(key) : key, within: at };
      if (key === '__proto__') faults.push(refused(place));
      else waiting.push({ value: inside, at: place });
    }
  }
  return faults;
}

function refused(place: Place): Fault {
  const path: Fault['path'] = [];
  for (let at: Place | null = place; at && path.length < most.steps; at = at.within) path.push(at.key);
  return { ...fault(path.reverse(), '名称不能是 __proto__', '__proto__ cannot be a name'), about: 'key' };
}
