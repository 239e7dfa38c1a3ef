import { Router } from 'express';
import { type DepartmentWork, departmentWorks, findDepartmentWork } from '#assessment/department-work.ts';
import { AppError } from '#shared/app-error.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { openReport, reportOf } from '../report/open-report.ts';
import { formatOf, type Site } from '../site.ts';
import { findOrigin } from '../suggestions/open-suggestions.ts';
import { findWorkshops } from '../workshop/find-workshops.ts';
import { nobody } from './department-link.ts';
import { departmentPage } from './department-page.ts';
import { departmentsPage } from './departments-page.ts';
import { submissionPage } from './submission-page.ts';

/** Who owes what, department by department. */
export function departmentRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/departments', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      site.sendPage(res, departmentsPage(open, formatOf(site, res), site.now()));
    })
    .get('/assessments/:id/departments/:department', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      const work = getWork(open, req.params.department);
      const workshops = await findWorkshops(site, req.params.id);
      const origin = await findOrigin(site, open);
      site.sendPage(res, departmentPage(work, { open, workshops, origin }, formatOf(site, res), site.now()));
    })
    .get('/assessments/:id/departments/:department/submission', async (req, res) => {
      const opened = await openReport(site, req.params.id);
      const work = getWork(opened.open, req.params.department);
      site.sendPage(res, submissionPage(work, reportOf(opened, site.now().toISOString()), formatOf(site, res)));
    });
}

/** A department of the checklist that is asked for nothing has an empty page; any other is not found. */
function getWork({ assessment, checklist }: OpenAssessment, name: string): DepartmentWork {
  const departmentId = name === nobody ? undefined : name;
  const work = findDepartmentWork(departmentWorks(assessment, checklist), departmentId);
  if (work) return work;
  if (!checklist.departments?.some(({ id }) => id === departmentId)) throw new AppError('not-found');
  return { departmentId, leads: [], supports: [], rows: [] };
}
