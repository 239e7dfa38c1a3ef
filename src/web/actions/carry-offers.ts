import { actionsToCarry } from '#assessment/carry-actions.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';

/** An earlier assessment of the same city with actions that are not finished. */
export type CarryOffer = { from: string; words: string; left: string | null };

/** More earlier assessments of one city than that are not looked through. */
const looked = 10;

/** Newest change first. */
export async function carryOffers(site: Site, open: OpenAssessment, format: Format): Promise<CarryOffer[]> {
  const { id, setup, createdAt } = open.assessment;
  const earlier = site.assessments
    .summaries()
    .filter(other => other.id !== id && other.setup.city === setup.city && other.createdAt <= createdAt)
    .filter(({ unfinishedActions }) => unfinishedActions > 0)
    .slice(0, looked);
  const stored = await Promise.all(earlier.map(other => site.assessments.find(other.id)));
  return stored.flatMap(found => (found ? offerOf(found.assessment, open, format) : []));
}

function offerOf(
  other: OpenAssessment['assessment'],
  { assessment, checklist }: OpenAssessment,
  { t }: Format,
): CarryOffer[] {
  const { actions, left } = actionsToCarry(other, assessment, checklist);
  if (actions.length === 0) return [];
  return [
    {
      from: other.id,
      words: t('actions.carry.offer', { period: other.setup.period, count: actions.length }),
      left: left.length > 0 ? t('actions.carry.left', { count: left.length }) : null,
    },
  ];
}
