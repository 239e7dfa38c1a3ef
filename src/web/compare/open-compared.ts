import { AppError, type ErrorCode } from '#shared/app-error.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';

/** One that cannot be compared, and why. */
export type NotCompared = { id: string; code: ErrorCode };

/** Those that can be opened, in the order asked for, and the others with the reason. */
export async function openCompared(
  site: Site,
  ids: readonly string[],
): Promise<{ opened: OpenAssessment[]; failed: NotCompared[] }> {
  const opened: OpenAssessment[] = [];
  const failed: NotCompared[] = [];
  for (const id of ids) {
    try {
      opened.push(await openAssessment(site, id));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failed.push({ id, code: error.code });
    }
  }
  return { opened, failed };
}

/** Oldest first; of one day in the order in which they were begun. */
export function byReferenceDate(a: OpenAssessment, b: OpenAssessment): number {
  const [one, other] = [a.assessment, b.assessment];
  return (
    one.setup.referenceDate.localeCompare(other.setup.referenceDate) || one.createdAt.localeCompare(other.createdAt)
  );
}
