import type { Report } from '#report/report.ts';
import type { Fault } from '#shared/fault.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import { milestoneBanner } from '../assessment/milestone-banner.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { documentForm, type SentChoice } from './document-form.ts';
import { wayBack } from './way-back.ts';

/** `recomputed`: as of `milestoneBanner`; `isGone`: a document that was made is not kept any more. */
type DocumentsView = { report: Report; recomputed: number; sent?: SentChoice; faults: Fault[]; isGone?: boolean };

/** The form on a page of its own: what was chosen wrongly leads here, and what has to be made again. */
export function documentsPage(
  open: OpenAssessment,
  { report, recomputed, isGone = false, ...chosen }: DocumentsView,
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
      isGone,
      form: documentForm(report, chosen, format),
    },
  };
}
