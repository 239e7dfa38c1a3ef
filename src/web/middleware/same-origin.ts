import type { Request, RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another site cannot make a browser change anything here: an unsafe request that names an Origin must name ours. */
export function sameOrigin(baseUrl: string | undefined): RequestHandler {
  const own = baseUrl ? new URL(baseUrl).origin : undefined;
  return (req, _res, next) => {
    const { origin, host } = req.headers;
    if (safeMethods.has(req.method) || origin === undefined || origin === own || origin === `http://${host}`)
      return next();
    throw new AppError('foreign-origin');
  };
}

/** Behind `localAccess`: without an Origin only a bearer token counts, never a cookie. */
export const originOrBearer: RequestHandler = (req, res, next) => {
  if (!isUnsafeWithoutOrigin(req) || res.locals.credential === 'bearer') return next();
  throw new AppError('foreign-origin');
};

/** What a cookie must not be enough for. */
export function isUnsafeWithoutOrigin({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  return !safeMethods.has(method) && headers.origin === undefined;
}
