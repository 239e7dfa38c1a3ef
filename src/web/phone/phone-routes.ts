import express, { type Request, type Response, Router } from 'express';
import { languageRoutes } from '../language.ts';
import { formatOf, type Site } from '../site.ts';
import { carriesSeat } from '../workshop/caller.ts';
import { openRoom } from '../workshop/open-room.ts';
import { typedCode } from '../workshop/typed-code.ts';
import { codePage } from './code-page.ts';
import { openPhone } from './open-phone.ts';
import { partRoutes } from './part-routes.ts';
import { phonePage } from './phone-page.ts';
import { seatRoutes, showSeat } from './seat-routes.ts';
import { sentWords } from './sent-words.ts';
import { nothingTyped } from './typed-part.ts';

/** `/join` and `/w/:code`: everything a participant needs, on the machine itself and on the local network. */
export function phoneRoutes(site: Site): Router {
  const form = express.urlencoded({ extended: false, limit: '20kb' });
  return Router()
    .use(languageRoutes('/join/language'))
    .get('/join', (_req, res) => {
      site.sendPage(res, codePage(formatOf(site, res).t, { typed: '', error: null }));
    })
    .post('/join', form, (req, res) => goToCode(site, res, req.body?.code))
    .get('/w/:code', (req, res) => show(site, req, res))
    .use('/w/:code', form)
    .use(seatRoutes(site))
    .use(partRoutes(site));
}

async function goToCode(site: Site, res: Response, typed: unknown): Promise<void> {
  const code = typedCode(typed);
  if (site.workshops.findIdByCode(code) !== undefined) return res.redirect(303, `/w/${code}`);
  await refuseCode(site, res, { typed: typeof typed === 'string' ? typed : '', status: 422 });
}

async function show(site: Site, req: Request<{ code: string }>, res: Response): Promise<void> {
  const code = typedCode(req.params.code);
  const id = site.workshops.findIdByCode(code);
  if (id === undefined) return refuseCode(site, res, { typed: req.params.code, status: 404 });
  if (code !== req.params.code) return res.redirect(303, `/w/${code}`);
  const room = await openRoom(site, id);
  const phone = await openPhone(site, req, room);
  if (!phone) return showSeat(site, res, { room, hadSeat: carriesSeat(req) });
  const format = formatOf(site, res);
  const sent = sentWords(req.query.sent, format);
  site.sendPage(res, phonePage({ phone, typed: nothingTyped, sent, problem: null }, format));
}

async function refuseCode(
  site: Site,
  res: Response,
  { typed, status }: { typed: string; status: number },
): Promise<void> {
  await site.delayGuess();
  const { t } = formatOf(site, res);
  site.sendPage(res, codePage(t, { typed: typed.slice(0, 40), error: t('phone.code.wrong') }), status);
}
