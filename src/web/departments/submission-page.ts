import type { DepartmentWork } from '#assessment/department-work.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { cleanPart } from '../printed/clean-printed.ts';
import { printedSections } from '../printed/printed-view.ts';
import { submissionPart } from '../printed/submission-part.ts';
import { departmentLink } from './department-link.ts';

/** 报送单 of one department: printed, signed, sealed and handed in. */
export function submissionPage(work: DepartmentWork, report: Report, format: Format): Page {
  const { assessment, checklist } = report;
  const { city, period } = assessment.setup;
  const { name, href } = departmentLink(assessment.id, work.departmentId, { checklist, format });
  const { title, blocks } = cleanPart(submissionPart(work, name, { report, format }));
  return {
    template: 'departments/submission',
    layout: 'print',
    title: format.t('printed.submission.title', { department: name, city, period }),
    section: 'none',
    view: { title, back: href, sections: printedSections(blocks) },
  };
}

export function submissionHref(
  assessmentId: string,
  departmentId: string | undefined,
  where: { checklist: Checklist; format: Format },
): string {
  return `${departmentLink(assessmentId, departmentId, where).href}/submission`;
}
