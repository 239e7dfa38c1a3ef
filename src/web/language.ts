import { parseCookie } from 'cookie';
import { type RequestHandler, type Response, Router } from 'express';
import { type Language, languageSchema } from '#shared/text.ts';

/** The person's choice from the cookie; without one the API goes by Accept-Language, pages by the default. */
export function chooseLanguage(defaultLanguage: Language): RequestHandler {
  return (req, res, next) => {
    const chosen = languageSchema.safeParse(parseCookie(req.headers.cookie ?? '').language);
    res.locals.language = chosen.success ? chosen.data : fallback(req, defaultLanguage);
    next();
  };
}

export function languageOf(res: Response): Language {
  return languageSchema.parse(res.locals.language);
}

/** `base`: phones have an address of their own, because the local network gets no other. */
export function languageRoutes(base: '/language' | '/join/language' = '/language'): Router {
  return Router().get(`${base}/:language`, (req, res, next) => {
    const language = languageSchema.safeParse(req.params.language);
    if (!language.success) return next();
    res.cookie('language', language.data, { maxAge: 365 * 86_400_000, sameSite: 'lax', httpOnly: true });
    res.redirect(303, localPath(req.query.back));
  });
}

/** Only an address of this site; anything else leads to the start page. */
export function localPath(address: unknown): string {
  if (typeof address !== 'string' || !URL.canParse(address, 'http://localhost')) return '/';
  const { origin, pathname, search } = new URL(address, 'http://localhost');
  return origin === 'http://localhost' && !pathname.startsWith('//') ? pathname + search : '/';
}

function fallback(req: Parameters<RequestHandler>[0], defaultLanguage: Language): Language {
  if (!req.path.startsWith('/api/')) return defaultLanguage;
  const accepted = req.acceptsLanguages(defaultLanguage, ...languageSchema.options);
  return languageSchema.catch(defaultLanguage).parse(accepted);
}
