import { AppError } from '#shared/app-error.ts';

/** The revision that an If-Match names, written as an ETag gives it: marks are compared by character. Throws AppError `revision-missing` or `mark-malformed`. */
export function expectedRevOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new AppError('revision-missing');
  const rev = /^"(0|[1-9]\d{0,14})"$/.exec(ifMatch.trim())?.[1];
  if (rev === undefined) throw new AppError('mark-malformed');
  return Number(rev);
}
