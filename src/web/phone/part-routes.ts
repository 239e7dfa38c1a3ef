import { type Request, type Response, Router } from 'express';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { Fault } from '#shared/fault.ts';
import { statusOfCode } from '../error-pages.ts';
import { formatOf, type Site } from '../site.ts';
import { sendVote } from '../workshop/send-vote.ts';
import { sendObjection, sendQuestion } from '../workshop/take-part.ts';
import { openSeatedPhone } from './open-phone.ts';
import { objectionOfForm, questionOfForm, voteOfForm } from './phone-forms.ts';
import { phonePage } from './phone-page.ts';
import type { PhoneRoom } from './phone-room.ts';
import { type Held, nothingTyped, type TypedPart } from './typed-part.ts';

type Exchange = { req: Request<{ code: string }>; res: Response };

type Outcome = { kind: 'counted' | 'sent' } | { kind: 'refused'; reason: string } | { kind: 'faulty'; faults: Fault[] };

type Attempt = {
  send: (phone: PhoneRoom) => Promise<Outcome>;
  typed: Omit<TypedPart, 'errors'>;
  /** Where a fault is told. */
  field: keyof TypedPart['errors'];
  /** Why it may be refused. */
  refusal: ErrorCode;
  /** What the next page says. */
  sent: string;
};

/** What a participant sends by plain forms; the page's script sends votes to the API instead. */
export function partRoutes(site: Site): Router {
  return Router()
    .post('/w/:code/votes', async (req, res) => {
      const { input, reason, held } = voteOfForm(req.body);
      await attempt(
        site,
        { req, res },
        {
          send: ({ room, seat }) => sendVote(site, { id: room.workshop.id, seat, input }),
          ...{ typed: { vote: { reason }, held }, field: 'reason', refusal: 'vote-not-counted', sent: '' },
        },
      );
    })
    .post('/w/:code/objections', async (req, res) => {
      const { input, reason, held } = objectionOfForm(req.body);
      await attempt(
        site,
        { req, res },
        {
          send: ({ room, seat }) => sendObjection(site, { id: room.workshop.id, seat, input }),
          ...{ typed: { objection: { reason }, held }, field: 'objection', refusal: 'not-now', sent: 'objection' },
        },
      );
    })
    .post('/w/:code/questions', async (req, res) => {
      const { input, text } = questionOfForm(req.body);
      await attempt(
        site,
        { req, res },
        {
          send: ({ room }) => sendQuestion(site, { id: room.workshop.id, input }),
          ...{ typed: { question: { text } }, field: 'question', refusal: 'not-now', sent: 'question' },
        },
      );
    })
    .post('/w/:code/test', async (req, res) => {
      const { room } = await openSeatedPhone(site, req);
      res.redirect(303, `/w/${room.workshop.code}?sent=test`);
    });
}

async function attempt(site: Site, exchange: Exchange, given: Attempt): Promise<void> {
  const phone = await openSeatedPhone(site, exchange.req);
  const { res } = exchange;
  try {
    const outcome = await given.send(phone);
    if (outcome.kind === 'faulty') return showAgain(site, exchange, { ...given, faults: outcome.faults });
    if (outcome.kind === 'refused') return showRefusal(site, exchange, { ...given, ...outcome, code: given.refusal });
    res.redirect(303, `/w/${phone.room.workshop.code}${given.sent === '' ? '' : `?sent=${given.sent}`}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'storage-failed') throw error;
    site.log.error({ err: error }, 'what a participant sent could not be stored');
    await showRefusal(site, exchange, { ...given, code: error.code });
  }
}

async function showAgain(
  site: Site,
  { req, res }: Exchange,
  { typed, field, faults }: Attempt & { faults: Fault[] },
): Promise<void> {
  const phone = await openSeatedPhone(site, req);
  const format = formatOf(site, res);
  const [first] = faults;
  const place = first?.path[0] === 'value' ? 'value' : field;
  const errors = { [place]: first ? format.text(first.message) : '' };
  site.sendPage(res, phonePage({ phone, typed: { ...typed, errors }, sent: null, problem: null }, format), 422);
}

/** With the present state, which says what counts, and what was typed where its field is still there or comes back after a pause. */
async function showRefusal(
  site: Site,
  { req, res }: Exchange,
  { typed, code, reason }: Attempt & { code: ErrorCode; reason?: string },
): Promise<void> {
  const phone = await openSeatedPhone(site, req);
  const format = formatOf(site, res);
  const isHeld = reason === 'not-running' && phone.snapshot.workshop !== 'closed';
  const key = keyOf(code, isHeld ? typed.held : undefined);
  const problem = { title: format.t(`${key}.title`), text: format.t(`${key}.text`) };
  const page = phonePage({ phone, typed: { ...nothingTyped, ...typed }, sent: null, problem }, format);
  site.sendPage(res, page, statusOfCode(code));
}

function keyOf(code: ErrorCode, held: Held | undefined) {
  if (code === 'storage-failed') return 'phone.trouble';
  return held ? `phone.held.${held.part}` : `error.${code}`;
}
