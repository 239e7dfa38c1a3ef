import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { languageOf, localPath } from '../language.ts';
import type { LocalAccess } from '../middleware/local-access.ts';
import type { Site } from '../site.ts';
import { signInPage } from './sign-in-page.ts';

const formSchema = z.object({ token: z.string().trim().max(200), next: z.string().catch('/') });

const month = 30 * 86_400_000;

/** The link printed at the start carries the token in its fragment; the page posts it here once. Without scripts it is typed. */
export function signInRoutes({ words, sendPage, baseUrl }: Site, access: LocalAccess): Router {
  const attempts = rateLimit({
    windowMs: 60_000,
    limit: 20,
    // Whoever guesses must not keep out the one who has the right token, which nobody can guess.
    skip: req => isRight(access, req.body),
    validate: { xForwardedForHeader: false },
    handler: () => {
      throw new AppError('too-many-attempts');
    },
  });
  return Router()
    .get('/login', (req, res) => {
      sendPage(res, signInPage(words.translate(languageOf(res)), { next: localPath(req.query.next) }));
    })
    .post('/login', express.urlencoded({ extended: false, limit: '4kb' }), attempts, (req, res) => {
      const next = localPath(formSchema.safeParse(req.body).data?.next);
      if (!isRight(access, req.body))
        return sendPage(res, signInPage(words.translate(languageOf(res)), { next, wrong: true }), 401);
      const secure = isBehindTls(baseUrl, req.headers.host);
      res.cookie(access.cookie.name, access.cookie.value, {
        maxAge: month,
        httpOnly: true,
        sameSite: 'strict',
        secure,
      });
      res.redirect(303, next);
    });
}

function isRight(access: LocalAccess, body: unknown): boolean {
  const form = formSchema.safeParse(body);
  return form.success && access.isToken(form.data.token);
}

/** At the address of this machine itself there is none, whatever stands in front of it. */
function isBehindTls(baseUrl: string | undefined, host: string | undefined): boolean {
  if (baseUrl === undefined) return false;
  const own = new URL(baseUrl);
  return own.protocol === 'https:' && own.host === host;
}
