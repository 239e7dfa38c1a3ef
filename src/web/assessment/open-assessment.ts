import type { Assessment } from '#assessment/assessment.ts';
import type { Stored } from '#assessment/assessment-store.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';

/** An assessment with its checklist, whole and as its scope and policy have it. */
export type OpenAssessment = Stored & { checklist: Checklist; wholeChecklist: Checklist };

/** Throws AppError `not-found` or `set-aside`. */
export async function openAssessment({ assessments, checklists }: Site, id: string): Promise<OpenAssessment> {
  const stored = await assessments.find(id);
  if (!stored) throw new AppError(assessments.setAside().some(aside => aside.id === id) ? 'set-aside' : 'not-found');
  return { ...stored, ...checklistOf(checklists.getPinned(stored.assessment.checklist), stored.assessment) };
}

export function checklistOf(wholeChecklist: Checklist, { setup }: Pick<Assessment, 'setup'>) {
  return { wholeChecklist, checklist: scopeChecklist(wholeChecklist, setup.scope, setup.policy) };
}
