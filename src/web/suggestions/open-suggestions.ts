import { type Suggestion, suggestAnswers } from '#report/suggest-answers.ts';
import { AppError } from '#shared/app-error.ts';
import { type OpenAssessment, openAssessment, versionIn } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';

/** `origin` is undefined where the earlier assessment is gone or damaged; nothing is suggested for a final assessment. */
export type OpenSuggestions = { open: OpenAssessment; origin: OpenAssessment | undefined; suggestions: Suggestion[] };

/** Throws AppError `not-found` for an assessment that was made without an earlier one. */
export async function openSuggestions(site: Site, id: string): Promise<OpenSuggestions> {
  const open = await openAssessment(site, id);
  if (open.assessment.origin === undefined) throw new AppError('not-found');
  const origin = await findOrigin(site, open);
  const isOpen = open.assessment.state !== 'final';
  return { open, origin, suggestions: origin && isOpen ? suggestAnswers(origin, open) : [] };
}

/** The earlier assessment whose answers are suggested; undefined where there is none, or it cannot be read. */
export async function findOrigin(site: Site, { assessment }: OpenAssessment): Promise<OpenAssessment | undefined> {
  const found = assessment.origin === undefined ? undefined : await site.assessments.find(assessment.origin);
  const isReadable = found !== undefined && versionIn(site)(found.assessment.checklist) !== undefined;
  return isReadable ? openAssessment(site, found.assessment.id) : undefined;
}
