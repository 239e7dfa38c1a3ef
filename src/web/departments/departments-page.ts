import { type DepartmentWork, departmentWorks } from '#assessment/department-work.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { dueWords } from '../assessment/overview-page.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { shortItems } from '../report/short-items.ts';
import { departmentBricks } from './department-bricks.ts';
import { departmentLink } from './department-link.ts';

/** Who is asked for what, and how far each department is. */
export function departmentsPage(open: OpenAssessment, format: Format, now: Date): Page {
  const { assessment, checklist } = open;
  const { city, period, due } = assessment.setup;
  const short = shortItems(open);
  const works = departmentWorks(assessment, checklist);
  const named = works.filter(({ departmentId }) => departmentId !== undefined).length;
  return {
    template: 'departments/departments',
    title: format.t('departments.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      lead: named === 0 ? format.t('departments.lead.none') : format.t('departments.lead', { count: named }),
      due: due && assessment.state === 'open' ? dueWords(due, format, now) : '',
      back: `/assessments/${assessment.id}`,
      rows: works.map(work => rowOf(work, open, { short, format })),
    },
  };
}

function rowOf(work: DepartmentWork, open: OpenAssessment, { short, format }: { short: Set<string>; format: Format }) {
  const { departmentId, leads, supports, rows } = work;
  const answered = leads.filter(asked => asked.answered).length;
  const warned = leads.filter(({ item }) => short.has(item.id)).length;
  const ofLeads = (figure: string) => (leads.length > 0 ? figure : format.score(null));
  return {
    ...departmentLink(open.assessment.id, departmentId, { checklist: open.checklist, format }),
    bricks: departmentBricks(leads, open, format),
    complete: leads.length > 0 && answered === leads.length,
    answered: ofLeads(`${answered} / ${leads.length}`),
    open: ofLeads(String(leads.length - answered)),
    warned: ofLeads(String(warned)),
    hasWarned: warned > 0,
    supports: String(supports.length),
    tables: rows.map(({ item }) => item.code).join(' '),
  };
}
