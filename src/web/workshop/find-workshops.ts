import { AppError } from '#shared/app-error.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { Site } from '../site.ts';

/** The workshops of an assessment that have begun, oldest first; without those whose files are damaged. Throws AppError `storage-failed`. */
export async function findWorkshops(
  { workshops }: Pick<Site, 'workshops'>,
  assessmentId: string,
): Promise<StoredWorkshop[]> {
  const begun = workshops
    .summaries()
    .filter(({ assessment, state }) => assessment === assessmentId && state !== 'draft');
  const found = await Promise.all(begun.map(({ id }) => findUndamaged(workshops, id)));
  return found.flatMap(one => one ?? []).sort((a, b) => (a.workshop.createdAt < b.workshop.createdAt ? -1 : 1));
}

/** What is kept of a page with workshops in it is right as long as this stays. */
export function standOf(workshops: readonly StoredWorkshop[]): string {
  return workshops.map(({ workshop, seq }) => `${workshop.id}:${seq}`).join(' ');
}

async function findUndamaged(workshops: Site['workshops'], id: string): Promise<StoredWorkshop | undefined> {
  try {
    return await workshops.find(id);
  } catch (error) {
    // The start page names it; the assessment itself is whole.
    if (error instanceof AppError && error.code === 'set-aside') return undefined;
    throw error;
  }
}
