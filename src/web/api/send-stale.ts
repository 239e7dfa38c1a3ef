import type { Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import { failureOf, sendProblem } from '../error-pages.ts';
import type { Site } from '../site.ts';

/** Somebody else was first: 412 with what stands there now, and its ETag. */
export function sendStaleRevision(
  { words }: Pick<Site, 'words'>,
  res: Response,
  { mark, current }: { mark: string | number | undefined; current: object | null },
): void {
  if (mark !== undefined) res.setHeader('ETag', `"${mark}"`);
  sendProblem(res, failureOf(new AppError('stale-revision')), words, { current });
}
