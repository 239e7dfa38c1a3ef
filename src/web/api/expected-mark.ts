import { AppError } from '#shared/app-error.ts';

/** The mark of a state (`assessment/state-mark.ts`) that an If-Match names. Throws AppError `revision-missing` or `mark-malformed`. */
export function expectedMarkOf(ifMatch: string | undefined): string {
  if (ifMatch === undefined) throw new AppError('revision-missing');
  const mark = /^"([0-9a-f]{16})"$/.exec(ifMatch.trim())?.[1];
  if (mark === undefined) throw new AppError('mark-malformed');
  return mark;
}
