import type { Format } from '../format.ts';
import type { AssessmentBar } from '../page.ts';
import type { OpenAssessment } from './open-assessment.ts';

export type AssessmentTab = 'overview' | 'form' | 'evidence' | 'workshops' | 'actions' | 'report' | 'setup' | 'history';

/** The bar of the open assessment with its tabs. */
export function assessmentBar(
  { assessment, checklist }: OpenAssessment,
  current: AssessmentTab,
  format: Format,
): AssessmentBar {
  const { t } = format;
  const { city, period, referenceDate } = assessment.setup;
  const base = `/assessments/${assessment.id}`;
  const firstArea = checklist.areas[0]?.id ?? '';
  const tab = (name: AssessmentTab, href: string) => ({
    label: t(`assessment.tab.${name}`),
    href,
    current: name === current,
  });
  return {
    title: t('assessment.title', { city, period }),
    facts: t('assessment.facts', { state: t(`assessment.state.${assessment.state}`), day: format.day(referenceDate) }),
    tabs: [
      tab('overview', base),
      tab('form', `${base}/areas/${firstArea}`),
      tab('evidence', `${base}/evidence`),
      tab('workshops', `${base}/workshops`),
      tab('actions', `${base}/actions`),
      tab('report', `${base}/report`),
      tab('setup', `${base}/setup`),
      tab('history', `${base}/history`),
    ],
  };
}
