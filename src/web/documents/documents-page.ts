import type { Report } from '#report/report.ts';
import type { Fault } from '#shared/fault.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { documentForm, type SentChoice } from './document-form.ts';

/** The form on a page of its own: what was chosen wrongly leads here. */
export function documentsPage(
  open: OpenAssessment,
  { report, ...chosen }: { report: Report; sent?: SentChoice; faults: Fault[] },
  format: Format,
): Page {
  const { t } = format;
  return {
    template: 'documents/documents',
    title: t('documents.title'),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    view: { report: `/assessments/${open.assessment.id}/report`, form: documentForm(report, chosen, format) },
  };
}
