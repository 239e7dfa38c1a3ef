import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { ChecklistStore, PinnedVersion } from '#checklist/checklist-store.ts';
import type { DraftStore } from '#checklist/draft-store.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { type CityChecklists, openCityChecklists } from './city-checklists.ts';
import { openDraftStore } from './draft-store.ts';
import { openPinnedChecklists } from './pinned-checklists.ts';
import type { StoreLog } from './store-log.ts';

export type ChecklistStoreOptions = {
  /** The data folder. */
  folder: string;
  /** All versions that come with the program. */
  builtIn: readonly Checklist[];
  log: StoreLog;
};

/** The checklists of the program, those of the city with its drafts, and the copies that assessments use. */
export async function openChecklistStore(
  options: ChecklistStoreOptions,
): Promise<ChecklistStore & { drafts: DraftStore }> {
  const { folder, builtIn, log } = options;
  const pinned = await openPinnedChecklists(folder, log);
  const city = await openCityChecklists(folder, log);
  const ownVersions = builtIn.map(pinnedVersion).sort(byNewestVersion);
  const builtInIds = new Set(builtIn.map(({ id }) => id));
  const isBuiltIn = (id: string) => builtInIds.has(id);
  /** Where an upgrade brought a checklist of the same id, the program's counts for new assessments; the old ones have their copies. */
  const all = () => [...ownVersions, ...cityVersions(city, isBuiltIn)];
  const drafts = await openDraftStore({ folder, log, isBuiltIn, publish: checklist => city.publish(checklist) });
  return {
    drafts,
    isBuiltIn,
    list: () => [...newestOfEach(ownVersions).sort(byMostItems), ...newestOfEach(cityVersions(city, isBuiltIn))],
    versions: id => all().filter(({ pin }) => pin.id === id),
    unusable: () => [...city.unusable(), ...drafts.unusable()],
    find: (id, version) =>
      version === undefined
        ? all().find(({ pin }) => pin.id === id)
        : (all().find(({ pin }) => pin.id === id && pin.version === version) ?? pinned.find(id, version)),
    keep: kept => pinned.keep(kept),
    getPinned: pin => pinned.get(pin),
    getPinnedText: pin => hashChecklist(pinned.get(pin)).content,
  };
}

function cityVersions(city: CityChecklists, isBuiltIn: (id: string) => boolean): PinnedVersion[] {
  return city
    .versions()
    .filter(({ pin }) => !isBuiltIn(pin.id))
    .sort(byNewestVersion);
}

function newestOfEach(versions: PinnedVersion[]): PinnedVersion[] {
  const newest = new Map<string, PinnedVersion>();
  for (const version of versions) if (!newest.has(version.pin.id)) newest.set(version.pin.id, version);
  return [...newest.values()];
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
