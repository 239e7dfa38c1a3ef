import { type Fault, fault } from '#shared/fault.ts';

/** `isOrdered`: which one is the old one was said; otherwise the reference dates say it. */
export type CompareQuery = { ids: string[]; isOrdered: boolean; faults: Fault[] };

const most = 5;

/** `old` and `new`, or `id` two to five times. */
export function readCompareQuery(query: Record<string, unknown>): CompareQuery {
  const [olds, news, ids] = [query.old, query.new, query.id].map(valuesOf);
  if (!olds?.length && !news?.length) return { ids: ids ?? [], isOrdered: false, faults: countFaults(ids ?? []) };
  const pair = [...(olds ?? []), ...(news ?? [])];
  return { ids: pair, isOrdered: true, faults: pairFaults(query, pair) };
}

function pairFaults(query: Record<string, unknown>, pair: string[]): Fault[] {
  if (query.id !== undefined) return [fault(['id'], 'old、new 与 id 不能同时用', 'old and new do not go with id')];
  const wrong = (['old', 'new'] as const).filter(name => valuesOf(query[name]).length !== 1);
  if (wrong.length > 0) return wrong.map(name => fault([name], '须给出一份评价', 'must name one assessment'));
  return pair[0] === pair[1] ? [same('new')] : [];
}

function countFaults(ids: string[]): Fault[] {
  if (ids.length === 0) return [];
  if (new Set(ids).size < ids.length) return [same('id')];
  if (ids.length === 1)
    return [fault(['id'], '请再选一份：至少两份才能对比', 'choose one more: a comparison needs two')];
  return ids.length > most
    ? [
        fault(
          ['id'],
          `最多同时对比 ${most} 份，现在选了 ${ids.length} 份`,
          `choose ${most} at most; these are ${ids.length}`,
        ),
      ]
    : [];
}

function same(name: string): Fault {
  return fault([name], '同一份评价不能和自己比', 'an assessment cannot be compared with itself');
}

/** Without those that were left empty. */
function valuesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap(one => (typeof one === 'string' && one !== '' ? [one] : []));
}
