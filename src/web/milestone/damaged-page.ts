import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { differenceRows } from './difference-rows.ts';
import type { OpenMilestone } from './open-milestone.ts';

/** What stands in the place of a milestone that is not what was kept. */
export function damagedPage(
  open: OpenAssessment,
  kept: Exclude<OpenMilestone, { state: 'whole' }>,
  format: Format,
): Page {
  const { t } = format;
  const { name, sha256, at } = kept.entry;
  const differences = kept.state === 'altered' ? kept.differences : [];
  return {
    template: 'milestone/damaged',
    title: t(`error.milestone-${kept.state}.title`),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    view: {
      title: t(`error.milestone-${kept.state}.title`),
      text: t(`error.milestone-${kept.state}.text`),
      lead: t('milestone.damaged.lead', { name, when: format.dayAndTime(at) }),
      sha256,
      ...differenceRows(differences, format),
      listHref: `/assessments/${open.assessment.id}/milestones`,
    },
  };
}
