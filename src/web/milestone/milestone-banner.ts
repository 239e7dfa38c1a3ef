import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';

/** That what is shown is a milestone and not how things stand; null where it is how they stand. */
export function milestoneBanner({ milestone, assessment }: Report, recomputed: number, { t, dayAndTime }: Format) {
  if (!milestone) return null;
  const { name, note, keptAt, sha256 } = milestone;
  return {
    title: t('milestone.banner', { name }),
    text: t('milestone.banner.text', { when: dayAndTime(keptAt) }),
    note: note ?? null,
    recomputed:
      recomputed === 0 ? null : t('milestone.banner.recomputed', { count: recomputed, program: milestone.program }),
    sha256,
    nowHref: `/assessments/${assessment.id}/report`,
  };
}
