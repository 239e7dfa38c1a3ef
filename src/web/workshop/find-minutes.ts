import { type Minutes, minutesOf } from '#workshop/minutes.ts';
import type { BroughtMinutes } from '#workshop/minutes-store.ts';
import type { Site } from '../site.ts';
import { findWorkshops, standOf } from './find-workshops.ts';

type Stores = Pick<Site, 'workshops' | 'broughtMinutes'>;
type Whole = Extract<BroughtMinutes, { state: 'whole' }>;

/**
 * The minutes of every workshop of an assessment that has begun here or was held elsewhere. What is made of them is right as long as
 * `stand` stays. Throws AppError `storage-failed`.
 */
export async function findMinutes(
  stores: Stores,
  assessmentId: string,
): Promise<{ minutes: () => Minutes[]; stand: string }> {
  const held = await findWorkshops(stores, assessmentId);
  const latest = [...new Map(broughtTo(stores, assessmentId).map(each => [each.summary.id, each])).values()];
  const brought = await Promise.all(latest.map(({ sha256 }) => stores.broughtMinutes.read(assessmentId, sha256)));
  return {
    minutes: () => [
      ...held.map(({ workshop }) => minutesOf(workshop)),
      ...brought.flatMap(each => each?.minutes ?? []),
    ],
    stand: [standOf(held), ...latest.map(({ sha256 }) => sha256)].join(' '),
  };
}

/** Whole ones, oldest first, all versions; without those of workshops that are here themselves. */
export function broughtTo({ workshops, broughtMinutes }: Stores, assessmentId: string): Whole[] {
  return broughtMinutes
    .list(assessmentId)
    .flatMap(each => (each.state === 'whole' && !isHere(workshops, each.summary.id) ? [each] : []));
}

/** Also one that is damaged: its own files count. */
export function isHere(workshops: Stores['workshops'], workshopId: string): boolean {
  return (
    workshops.summaries().some(({ id }) => id === workshopId) ||
    workshops.setAside().some(({ id }) => id === workshopId)
  );
}
