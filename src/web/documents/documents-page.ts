import type { Report } from '#report/report.ts';
import type { Fault } from '#shared/fault.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { milestoneBanner } from '../milestone/milestone-banner.ts';
import type { Page } from '../page.ts';
import { documentForm, type SentChoice } from './document-form.ts';
import { wayBack } from './way-back.ts';

/** `recomputed`: as of `milestoneBanner`; `notice`: a document that was made is not kept any more, or no more can be made at a time. */
type DocumentsView = {
  report: Report;
  recomputed: number;
  sent?: SentChoice;
  faults: Fault[];
  notice?: 'gone' | 'full';
};

/** The form on a page of its own: what was chosen wrongly leads here, and what has to be made again. */
export function documentsPage(
  open: OpenAssessment,
  { report, recomputed, notice, ...chosen }: DocumentsView,
  format: Format,
): Page {
  const { t } = format;
  return {
    template: 'documents/documents',
    title: t('documents.title'),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    view: {
      back: wayBack(open.assessment.id, report, format),
      lead: t(report.milestone ? 'documents.lead.milestone' : 'documents.lead'),
      milestone: milestoneBanner(report, recomputed, format),
      notice: notice ? { title: t(`documents.${notice}`), text: t(`documents.${notice}.text`) } : null,
      form: documentForm(report, chosen, format),
    },
  };
}
