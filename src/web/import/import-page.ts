import { departmentWorks } from '#assessment/department-work.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { departmentName } from '../checklist/item-words.ts';
import { nobody } from '../departments/department-link.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

/** Download a sheet, upload it again. `problem`: why the last file was not taken. */
export function importPage({ open, problem }: { open: OpenAssessment; problem: string }, format: Format): Page {
  const { assessment } = open;
  const { city, period } = assessment.setup;
  const base = `/assessments/${assessment.id}`;
  return {
    template: 'import/import',
    title: format.t('import.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      back: base,
      problem,
      final: assessment.state === 'final',
      workbookAction: `${base}/pack.xlsx`,
      csvAction: `${base}/pack.csv`,
      packageHref: `${base}/package`,
      uploadAction: `${base}/import`,
      departments: departmentOptions(open, format),
      languages: [
        { value: 'zh-CN', label: '中文', chosen: format.language === 'zh-CN' },
        { value: 'en', label: 'English', chosen: format.language === 'en' },
      ],
    },
  };
}

function departmentOptions({ assessment, checklist }: OpenAssessment, format: Format) {
  const works = departmentWorks(assessment, checklist).filter(({ leads, rows }) => leads.length + rows.length > 0);
  const named = works.map(({ departmentId, leads, rows }) => ({
    value: departmentId ?? nobody,
    label: format.t('import.department', {
      name:
        departmentId === undefined ? format.t('departments.nobody') : departmentName(departmentId, checklist, format),
      count: leads.length + rows.filter(({ item }) => !leads.some(lead => lead.item === item)).length,
    }),
  }));
  return [{ value: '', label: format.t('pack.everybody') }, ...named];
}
