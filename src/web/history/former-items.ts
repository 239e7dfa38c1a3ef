import { itemsOfChange } from '#assessment/history.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { OpenHistory } from './open-history.ts';

/** `item` as the newest version has it in which it still was; undefined where no copy of one is left. */
export type FormerItem = { id: string; item: Item | undefined };

/** Items that changes are about and the present version of the checklist does not have. */
export function formerItems({ open, entries }: Pick<OpenHistory, 'open' | 'entries'>): FormerItem[] {
  const ids = new Set(entries.flatMap(({ change }) => itemsOfChange(change)));
  const former = [...ids].filter(id => !findItem(open.wholeChecklist, id));
  if (former.length === 0) return [];
  const pins = entries.flatMap(({ change }) => ('checklist' in change ? [change.checklist] : [])).toReversed();
  const versions = [...new Map(pins.map(pin => [pin.sha256, pin])).values()].flatMap(pin => open.versionOf(pin) ?? []);
  return former.map(id => ({
    id,
    item: versions.map(version => findItem(version, id)).find(found => found !== undefined),
  }));
}
