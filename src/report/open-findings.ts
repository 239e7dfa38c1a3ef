import { type Finding, finding } from './finding.ts';
import type { ItemReport } from './item-report.ts';
import type { ReportFacts } from './report.ts';
import { shareOf } from './share-of.ts';

/** Who owes which answers: one statement for each leading department, the one with the most weight first. */
export function openFindings({ items }: ReportFacts): Finding[] {
  return byDepartment(items.filter(isOpen))
    .map(({ department, open }) => ({ department, open, weight: weightOf(open) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ department, open, weight }) => {
      const count = (state: ItemReport['state']) => open.filter(item => item.state === state).length;
      return finding('problems.open', {
        ...(department === undefined ? {} : { department }),
        ...{ count: open.length, named: open.map(({ id }) => id), weightShare: shareOf(weight) },
        ...{ unanswered: count('unanswered'), unknown: count('unknown'), withheld: count('withheld') },
      });
    });
}

function byDepartment(items: ItemReport[]) {
  const groups = new Map<string | undefined, ItemReport[]>();
  for (const item of items) {
    const group = groups.get(item.item.lead);
    if (group) group.push(item);
    else groups.set(item.item.lead, [item]);
  }
  return [...groups].map(([department, open]) => ({ department, open }));
}

function weightOf(items: ItemReport[]): number {
  return items.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0);
}

function isOpen({ state }: ItemReport): boolean {
  return state === 'unanswered' || state === 'unknown' || state === 'withheld';
}
