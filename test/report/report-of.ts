import type { Action } from '#assessment/action.ts';
import type { Answer } from '#assessment/answer.ts';
import type { Setup } from '#assessment/assessment.ts';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import { buildReport, type Report } from '#report/report.ts';
import type { Minutes } from '#workshop/minutes.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildChecklist } from '../support/build-checklist.ts';

const minute = '2026-11-18T06:40:00.000Z';

export type Case = {
  answers?: Record<string, Answer>;
  checklist?: Partial<ChecklistInput>;
  setup?: Partial<Setup>;
  minutes?: Minutes;
  actions?: Action[];
  generatedAt?: string;
};

export function reportOf({
  answers = {},
  checklist = {},
  setup = {},
  minutes,
  actions,
  generatedAt = minute,
}: Case): Report {
  const workshops = minutes ? [minutes] : [];
  const assessment = { ...buildAssessment(answers, setup), ...(actions ? { actions } : {}) };
  return buildReport(assessment, buildChecklist(checklist), generatedAt, workshops);
}
