import { standingOpinion } from './progress.ts';
import { objectionsOf } from './table.ts';
import type { ItemProgress, Workshop } from './workshop.ts';

/** What people said of the opinion that stood until now is kept with it; whatever comes next is asked about anew. */
export function keepObjections(workshop: Workshop, itemId: string, progress: ItemProgress): ItemProgress {
  const tally = objectionsOf(workshop, itemId);
  const { objections: _objections, earlierObjections = [], ...rest } = progress;
  const version = standingOpinion(progress)?.version ?? 0;
  const kept = tally.canLive + tally.cannotLive > 0 ? [...earlierObjections, { version, ...tally }] : earlierObjections;
  return { ...rest, ...(kept.length > 0 ? { earlierObjections: kept } : {}) };
}
