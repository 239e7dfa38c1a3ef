import type { ItemReport } from './item-report.ts';

/** A report never alters, so an index of its items holds as long as it does. */
const indexes = new WeakMap<readonly ItemReport[], Map<string, ItemReport>>();

export function findItemReport(items: readonly ItemReport[], id: string | undefined): ItemReport | undefined {
  const index = indexes.get(items) ?? new Map(items.map(item => [item.id, item]));
  indexes.set(items, index);
  return id === undefined ? undefined : index.get(id);
}
