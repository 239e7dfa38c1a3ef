import type { RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Answers only to names of this machine (and BASE_URL), so that a foreign name pointed at 127.0.0.1 gets nothing. */
export function allowedHost(baseUrl: string | undefined): RequestHandler {
  const own = baseUrl ? new URL(baseUrl).host : undefined;
  return (req, _res, next) => {
    const { host } = req.headers;
    if (host !== undefined && (loopbackHost.test(host) || host === own)) return next();
    throw new AppError('foreign-host');
  };
}
