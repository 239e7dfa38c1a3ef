import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { ChecklistStore, PinnedVersion } from '#checklist/checklist-store.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { openPinnedChecklists } from './pinned-checklists.ts';
import type { StoreLog } from './store-log.ts';

export type ChecklistStoreOptions = {
  /** The data folder. */
  folder: string;
  /** All versions that come with the program. */
  builtIn: readonly Checklist[];
  log: StoreLog;
};

/** The checklists of the program and the copies that assessments use. */
export async function openChecklistStore({ folder, builtIn, log }: ChecklistStoreOptions): Promise<ChecklistStore> {
  const pinned = await openPinnedChecklists(folder, log);
  const versions = builtIn.map(pinnedVersion).sort(byNewestVersion);
  const newest = versions
    .filter(({ pin }, index) => versions.findIndex(other => other.pin.id === pin.id) === index)
    .sort(byMostItems);
  return {
    list: () => newest,
    find: (id, version) =>
      version === undefined
        ? newest.find(({ pin }) => pin.id === id)
        : (versions.find(({ pin }) => pin.id === id && pin.version === version) ?? pinned.find(id, version)),
    keep: kept => pinned.keep(kept),
    getPinned: pin => pinned.get(pin),
    getPinnedText: pin => hashChecklist(pinned.get(pin)).content,
  };
}

function pinnedVersion(checklist: Checklist): PinnedVersion {
  const { id, version } = checklist;
  return { pin: { id, version, sha256: hashChecklist(checklist).sha256 }, checklist };
}

/** The whole city's before those for a part or a season. */
function byMostItems(a: PinnedVersion, b: PinnedVersion): number {
  return itemsOf(b.checklist).length - itemsOf(a.checklist).length;
}

/** By id, and the newest version of each first: 1.10.0 before 1.9.0. */
function byNewestVersion(a: PinnedVersion, b: PinnedVersion): number {
  return a.pin.id.localeCompare(b.pin.id) || b.pin.version.localeCompare(a.pin.version, undefined, { numeric: true });
}
