import type { Assessment } from '#assessment/assessment.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';

/** Throws AppError `uploads-off` or `final`. */
export function refuseUpload({ uploads }: Pick<Site, 'uploads'>, { state }: Pick<Assessment, 'state'>): void {
  if (!uploads) throw new AppError('uploads-off');
  if (state === 'final') throw new AppError('final');
}
