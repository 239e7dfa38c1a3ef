import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Site, stampOf } from '../site.ts';

/** The next version of a checklist of the city begins as a copy of the newest one; a draft that is there stays. False where there is no version. */
export async function beginNextVersion(site: Site, id: string): Promise<boolean> {
  const newest = newestOfCity(site, id);
  if (!newest) return false;
  await site.drafts.create(newest, stampOf(site));
  return true;
}

/** What the city published last under this id. */
export function newestOfCity({ checklists }: Pick<Site, 'checklists'>, id: string): Checklist | undefined {
  return checklists.isBuiltIn(id) ? undefined : checklists.versions(id)[0]?.checklist;
}
