import { type HistoryEntry, historyEntries, itemsOfChange } from '#assessment/history.ts';
import { findAreaOfItem, findItem } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';
import { type OpenHistory, openHistory } from './open-history.ts';

export type ItemHistory = {
  history: OpenHistory;
  area: Area;
  item: Item;
  /** Those about the item, oldest first. */
  changes: HistoryEntry[];
};

/** Also of an item that was taken out of the scope or of the checklist since. Throws AppError `not-found`, `set-aside`, `storage-failed` or `out-of-scope`. */
export async function openItemHistory(site: Site, address: { id: string; item: string }): Promise<ItemHistory> {
  const history = await openHistory(site, address.id);
  const version = versionWith(address.item, history);
  const item = version && findItem(version, address.item);
  const area = version && findAreaOfItem(version, address.item);
  if (!item || !area) throw new AppError('out-of-scope');
  const own = history.entries.filter(({ change }) => itemsOfChange(change).includes(item.id));
  return { history, area, item, changes: [...historyEntries(history.entries, own)] };
}

/** The present version, otherwise the latest one that the assessment had and that asks the item. */
function versionWith(itemId: string, { open, entries }: OpenHistory): Checklist | undefined {
  if (findItem(open.wholeChecklist, itemId)) return open.wholeChecklist;
  return entries
    .flatMap(({ change }) => ('checklist' in change ? (open.versionOf(change.checklist) ?? []) : []))
    .findLast(version => findItem(version, itemId) !== undefined);
}
