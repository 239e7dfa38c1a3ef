import { findEarlier } from '#report/find-earlier.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

/** The assessment of the same unit before this one, where there is one. One that is found damaged just now does not take this report with it: the one before it is taken. */
export async function openEarlier(site: Site, open: OpenAssessment): Promise<OpenAssessment | undefined> {
  const before = findEarlier(open.assessment, site.assessments.summaries());
  if (!before) return undefined;
  try {
    return await openAssessment(site, before.id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'set-aside') return openEarlier(site, open);
    throw error;
  }
}
