import type { AssessmentChange, PinnedChecklist, Setup } from './assessment.ts';

type Parts = { id: string; checklist: PinnedChecklist; setup: Setup; by: string; at: string; origin?: string };

/** The first change of a new assessment. `setup` is one that fits the checklist (`checkSetup`). */
export function createAssessment(parts: Parts): Extract<AssessmentChange, { type: 'created' }> {
  return { type: 'created', ...parts };
}
