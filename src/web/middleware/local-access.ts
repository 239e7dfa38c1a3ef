import { createHash, timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';

export type LocalAccess = {
  /** Lets through who shows the start token, as a cookie or a bearer token. */
  required: RequestHandler;
  /** How the start token is shown, if it is. */
  credentialOf: (req: Request) => 'bearer' | 'cookie' | undefined;
  isToken: (candidate: string) => boolean;
  cookie: { name: string; value: string };
};

/** Local mode: who has the start token is the administrator. The cookie's name differs between installations on one machine. */
export function localAccess(token: string): LocalAccess {
  const cookie = { name: `rencheng-${digest(`name ${token}`).slice(0, 8)}`, value: digest(`cookie ${token}`) };
  const isToken = (candidate: string) => isEqual(candidate, token);

  function credentialOf(req: Request): 'bearer' | 'cookie' | undefined {
    const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return isToken(bearer) ? 'bearer' : undefined;
    const carried = parseCookie(req.headers.cookie ?? '')[cookie.name];
    return carried !== undefined && isEqual(carried, cookie.value) ? 'cookie' : undefined;
  }

  return {
    required: (req, res, next) => {
      const credential = credentialOf(req);
      if (!credential) throw new AppError('no-token');
      res.locals.credential = credential;
      next();
    },
    credentialOf,
    isToken,
    cookie,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in constant time. */
function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));
}
