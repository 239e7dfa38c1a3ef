import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';
import { roomApi } from '../api/room-api.ts';
import { assetsRoutes } from '../assets-routes.ts';
import { errorPages } from '../error-pages.ts';
import { chooseLanguage } from '../language.ts';
import { privateAnswers } from '../middleware/private-answers.ts';
import { requestLog } from '../middleware/request-log.ts';
import { sameOrigin } from '../middleware/same-origin.ts';
import { securityHeaders } from '../middleware/security-headers.ts';
import { phoneRoutes } from '../phone/phone-routes.ts';
import type { Site } from '../site.ts';

/** All that a phone loads. */
const phoneAssets = [
  ...['pico.min.css', 'rencheng.css', 'icons.svg', 'mark.svg'],
  ...[
    'phone.js',
    'phone-drafts.js',
    'phone-messages.js',
    'phone-timer.js',
    'phone-vote.js',
    'phone-forms.js',
    'phone-code.js',
  ],
  'live-stream.js',
];

/** What the local network gets: the phones of one workshop, at exactly one address. Nothing else of the site is mounted. */
export function lanApp(site: Site, { workshop, host }: { workshop: string; host: string }): Express {
  const room = onlyWorkshop(site, workshop);
  return express()
    .disable('x-powered-by')
    .set('query parser', 'simple')
    .use(requestLog(site.log, site.newId))
    .use(securityHeaders)
    .use(privateAnswers)
    .use(chooseLanguage(site.defaultLanguage))
    .use(asPhoneSite)
    .use(exactHost(host))
    .use(compression())
    .use(assetsRoutes(phoneAssets))
    .use(sameOrigin(undefined))
    .use(roomApi(room, 'phones'))
    .use(phoneRoutes(room))
    .use(() => {
      throw new AppError('not-found');
    })
    .use(errorPages(site));
}

/** The codes of other workshops are unknown here. */
function onlyWorkshop(site: Site, workshop: string): Site {
  const findIdByCode = (code: string) => {
    const id = site.workshops.findIdByCode(code);
    return id === workshop ? id : undefined;
  };
  return { ...site, workshops: { ...site.workshops, findIdByCode } };
}

const asPhoneSite: RequestHandler = (_req, res, next) => {
  res.locals.isPhoneSite = true;
  // Over plain HTTP from another machine browsers ignore it, and complain of it on every page.
  res.removeHeader('Cross-Origin-Opener-Policy');
  next();
};

/** A name that points here from elsewhere gets nothing. */
function exactHost(own: string): RequestHandler {
  return (req, _res, next) => {
    if (req.headers.host === own) return next();
    throw new AppError('foreign-host');
  };
}
