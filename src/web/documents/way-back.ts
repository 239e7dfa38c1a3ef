import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { milestoneQuery } from '../report/report-charts.ts';

/** To the report that a document is made of: as it stands, or as a milestone has it. */
export function wayBack(
  assessmentId: string,
  { milestone }: { milestone?: Report['milestone'] | undefined },
  { t }: Format,
) {
  return {
    href: `/assessments/${assessmentId}/report${milestoneQuery({ milestone })}`,
    label: milestone ? t('documents.back.milestone', { name: milestone.name }) : t('documents.back'),
  };
}
