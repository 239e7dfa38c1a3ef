import fc from 'fast-check';
import type { Case, ItemCase } from './arbitrary-case.ts';

type Change = Partial<ItemCase> | ((item: ItemCase) => Partial<ItemCase>);

/** The case with one of its items changed, counted through all areas. */
export function changeItem(random: Case, at: number, change: Change): Case {
  const count = random.areas.flatMap(({ items }) => items).length;
  fc.pre(count > 0);
  let index = 0;
  const altered = (item: ItemCase): ItemCase =>
    index++ === at % count ? { ...item, ...(typeof change === 'function' ? change(item) : change) } : item;
  return { ...random, areas: random.areas.map(area => ({ ...area, items: area.items.map(altered) })) };
}

export function scoredWith(random: Case, at: number, which: 'value' | 'otherValue'): Case {
  return changeItem(random, at, item => ({ answered: 'scored', value: item[which] }));
}

export function everythingScored(random: Case): Case {
  const scored = (item: ItemCase): ItemCase => ({ ...item, answered: 'scored' });
  return { ...random, areas: random.areas.map(area => ({ ...area, items: area.items.map(scored) })) };
}
