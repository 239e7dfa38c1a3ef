import { isUnfinished } from '#assessment/action.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { type Progress, progressOf } from '#assessment/progress.ts';
import { answersOf } from '#assessment/record-answer.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import type { Shown } from '#scoring/result.ts';
import { scoreAssessment } from '#scoring/score.ts';
import type { Text } from '#shared/text.ts';

/** What lists show of an assessment. */
export type AssessmentSummary = Omit<Assessment, 'answers' | 'actions'> & {
  /** Actions that another assessment can carry over. */
  unfinishedActions: number;
  checklistTitle: Text;
  progress: Progress;
  shown: Shown;
  supported: number | null;
  grade: { id: string; label: Text } | null;
};

/** `checklist` is the whole pinned one. */
export function summariseAssessment(assessment: Assessment, checklist: Checklist): AssessmentSummary {
  const { answers: _kept, actions = [], ...rest } = assessment;
  const { scope, policy, referenceDate, profile } = assessment.setup;
  const scoped = scopeChecklist(checklist, scope, policy);
  const answers = answersOf(assessment);
  const { claimed, supported } = scoreAssessment({ checklist: scoped, answers, referenceDate, profile });
  return {
    ...rest,
    unfinishedActions: actions.filter(isUnfinished).length,
    checklistTitle: checklist.title,
    progress: progressOf(assessment, scoped),
    shown: claimed.shown,
    supported: supported.shown,
    grade: checklist.grades.find(grade => grade.id === claimed.grade) ?? null,
  };
}
