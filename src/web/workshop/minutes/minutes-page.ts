import type { Minutes } from '#workshop/minutes.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { minutesView } from './minutes-view.ts';

/** Only those who may change the assessment see its tabs. `brought`: the workshop was held elsewhere, and this is its file. */
type Given = { open: OpenAssessment; isAdministrator: boolean; brought?: { sha256: string } };

/** The minutes as they stand; they write themselves. */
export function minutesPage(minutes: Minutes, { open, isAdministrator, brought }: Given, format: Format): Page {
  const { t } = format;
  return {
    template: 'workshop/minutes',
    title: t('minutes.title', { title: minutes.title }),
    section: 'assessments',
    ...(isAdministrator ? { assessmentBar: assessmentBar(open, 'workshops', format) } : {}),
    view: {
      back: brought
        ? { href: `/assessments/${open.assessment.id}/workshops`, text: t('records.brought.back') }
        : { href: `/workshops/${minutes.id}`, text: t('minutes.cockpit') },
      brought: brought ? t('records.brought.notice', brought) : null,
      json: brought
        ? `/assessments/${open.assessment.id}/minutes/${brought.sha256}/minutes.json`
        : `/api/v1/workshops/${minutes.id}/minutes`,
      ...minutesView(minutes, open, format),
    },
  };
}
