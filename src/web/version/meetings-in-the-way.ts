import { AppError } from '#shared/app-error.ts';
import type { WorkshopSummary } from '#workshop/workshop-store.ts';
import type { Site } from '../site.ts';

/** `items`: of its agenda, those that the other version does not ask as they are; none where the room is open anyway. */
export type WorkshopInTheWay = Pick<WorkshopSummary, 'id' | 'title'> & { isOpen: boolean; items: string[] };

/** Workshops that cannot go on: those that are open, since people look at the level texts, and plans with items that are gone. */
export async function meetingsInTheWay(
  { workshops }: Pick<Site, 'workshops'>,
  assessmentId: string,
  gone: readonly string[],
): Promise<WorkshopInTheWay[]> {
  const unfinished = workshops
    .summaries()
    .filter(({ assessment, state }) => assessment === assessmentId && state !== 'closed');
  const found = await Promise.all(
    unfinished.map(async ({ id, title, state }) => {
      const isOpen = state !== 'draft';
      return { id, title, isOpen, items: isOpen ? [] : await plannedOf(workshops, id, gone) };
    }),
  );
  return found.filter(({ isOpen, items }) => isOpen || items.length > 0);
}

async function plannedOf(workshops: Site['workshops'], id: string, gone: readonly string[]): Promise<string[]> {
  try {
    const agenda = (await workshops.find(id))?.workshop.agenda ?? [];
    return agenda.map(({ item }) => item).filter(item => gone.includes(item));
  } catch (error) {
    // A damaged one can never be opened.
    if (error instanceof AppError && error.code === 'set-aside') return [];
    throw error;
  }
}
