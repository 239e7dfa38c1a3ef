import { AppError } from '#shared/app-error.ts';

/** The revision that an If-Match names. Throws AppError `revision-missing` or `mark-malformed`. */
export function expectedRevOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new AppError('revision-missing');
  const rev = /^"(\d{1,15})"$/.exec(ifMatch.trim())?.[1];
  if (rev === undefined) throw new AppError('mark-malformed');
  return Number(rev);
}
