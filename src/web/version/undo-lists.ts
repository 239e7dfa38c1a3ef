import { findItem } from '#checklist/checklist-lookups.ts';
import type { Format } from '../format.ts';
import type { Undo } from './open-version.ts';
import { placeName, type VersionList, versionList } from './version-list.ts';

/** What undoing a move comes to; answers that were given since and cannot stay come first. */
export function undoLists({ plan, before }: Undo, format: Format): VersionList[] {
  const names = (places: Parameters<typeof placeName>[0][]) => places.map(place => placeName(place, format));
  const restored = plan.restored.flatMap(id => {
    const item = findItem(before, id);
    return item ? [{ item }] : [];
  });
  return [
    versionList('taken', names(plan.taken), format),
    versionList('restored', names(restored), format),
    versionList('kept', names(plan.kept), format),
  ].filter(({ lines }) => lines.length > 0);
}
