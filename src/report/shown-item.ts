import type { Item } from '#checklist/checklist-schema.ts';
import type { ItemReport, ItemState } from './item-report.ts';

/** An item that a picture names; without a report where the scope leaves it out. */
export type ShownItem = { item: Item; report: ItemReport | undefined };
export type ShownState = ItemState | 'out-of-scope';
/** Throws where the checklist has no such item: it is checked before it is used. */
export type FindShown = (id: string) => ShownItem;

export function shownState({ report }: ShownItem): ShownState {
  return report?.state ?? 'out-of-scope';
}
