import { type KeyRole, keyRoles } from '#workshop/role.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';

type Made = { workshop: Workshop; open: OpenAssessment; linkOf: (role: KeyRole) => string };

/** Shown once: only hashes of the keys are kept. */
export function keysPage({ workshop, open, linkOf }: Made, format: Format): Page {
  const { t } = format;
  return {
    template: 'workshop/keys',
    title: t('workshops.made.title', { title: workshop.title }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'workshops', format),
    view: {
      heading: workshop.title,
      code: workshop.code,
      cockpit: `/workshops/${workshop.id}`,
      prepare: `/workshops/${workshop.id}/prepare`,
      keys: keyRoles.map(role => ({
        role: t(`workshop.role.${role}`),
        may: t(`workshops.may.${role}`),
        link: linkOf(role),
      })),
    },
  };
}
