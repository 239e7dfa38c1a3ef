import { findArea, findAreaOfItem, findItem } from '#checklist/checklist-lookups.ts';
import type { Area, Item } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { Site } from '../site.ts';
import { findOrigin } from '../suggestions/open-suggestions.ts';
import { findWorkshops } from '../workshop/find-workshops.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

/** `workshops`: those whose opinions stand beside the answers; `origin`: the assessment whose answers are suggested. */
export type OpenArea = {
  open: OpenAssessment;
  area: Area;
  workshops: StoredWorkshop[];
  origin: OpenAssessment | undefined;
};

/** Throws AppError `not-found` or `set-aside`. */
export async function openArea(site: Site, address: { id: string; area: string }): Promise<OpenArea> {
  const open = await openAssessment(site, address.id);
  const area = findArea(open.checklist, address.area);
  if (!area) throw new AppError('not-found');
  return { open, area, ...(await besides(site, open)) };
}

/** Throws AppError `not-found`, `set-aside` or `out-of-scope`. */
export async function openItem(site: Site, address: { id: string; item: string }): Promise<OpenArea & { item: Item }> {
  const open = await openAssessment(site, address.id);
  const item = findItem(open.checklist, address.item);
  const area = findAreaOfItem(open.checklist, address.item);
  if (!item || !area) throw new AppError('out-of-scope');
  return { open, area, item, ...(await besides(site, open)) };
}

async function besides(site: Site, open: OpenAssessment): Promise<Pick<OpenArea, 'workshops' | 'origin'>> {
  return { workshops: await findWorkshops(site, open.assessment.id), origin: await findOrigin(site, open) };
}
