import { type Fault, fault } from '#shared/fault.ts';
import { itemsOf } from './checklist-lookups.ts';
import type { Checklist, Lens } from './checklist-schema.ts';

/** Two thousand items in a thousand groups; scoring that takes a tenth of a second. */
const limit = { groups: 20_000, members: 2_000_000 };

type Work = { groups: number; members: number };
type PlainLens = Extract<Lens, { groups: unknown }>;

/** Crossed lenses multiply: a few lines of them could keep the program busy for minutes. */
export function checkLensWork(checklist: Checklist): Fault[] {
  const works = worksOf(checklist);
  const groups = sum(works.map(work => work.groups));
  const members = sum(works.map(work => work.members));
  if (groups <= limit.groups && members <= limit.members) return [];
  return [
    fault(
      ['lenses'],
      `视角太多太大：共 ${groups} 组、归类 ${members} 次，最多 ${limit.groups} 组、${limit.members} 次`,
      `the lenses are too much: ${groups} groups with ${members} members, at most ${limit.groups} with ${limit.members}`,
    ),
  ];
}

/** How often an item is looked at for each lens. */
function worksOf(checklist: Checklist): Work[] {
  const counts = countTags(checklist);
  const plain = new Map(
    checklist.lenses.flatMap(lens => ('groups' in lens ? [[lens.id, plainWork(lens, counts)]] : [])),
  );
  const workOf = (id: string) => plain.get(id) ?? { groups: 0, members: 0 };
  return checklist.lenses.map(lens => {
    if ('groups' in lens) return workOf(lens.id);
    const [rows, columns] = [workOf(lens.rows), workOf(lens.columns)];
    return { groups: rows.groups * columns.groups, members: rows.members * columns.groups };
  });
}

function plainWork({ groups }: PlainLens, counts: Map<string, number>): Work {
  const members = groups.flatMap(({ tags }) => tags.map(tag => counts.get(tag) ?? 0));
  return { groups: groups.length, members: sum(members) };
}

function countTags(checklist: Checklist): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags = [] } of itemsOf(checklist)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
