import { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import type { Checked } from '#shared/fault.ts';
import type { Room } from '#workshop/room.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { statusOfCode } from '../error-pages.ts';
import type { Format } from '../format.ts';
import { formatOf, type Site } from '../site.ts';
import { findCarriedSeat } from '../workshop/caller.ts';
import { openRoomByCode } from '../workshop/open-room.ts';
import { carrySeat } from '../workshop/room-cookies.ts';
import { reclaimSeat, type TakenSeat, takeSeat } from '../workshop/take-seat.ts';
import { seatOfForm } from './phone-forms.ts';
import { seatPage, type TypedSeat } from './seat-page.ts';

type Address = { code: string };

/** The ways to a seat: a new one, or by the code of one. */
export function seatRoutes(site: Site): Router {
  return Router()
    .post('/w/:code/join', async (req, res) => {
      const room = await openRoomByCode(site, req.params.code);
      // Tapped twice, or sent again after a reload: the phone has its seat.
      if (findCarriedSeat(req, room)) return res.redirect(303, `/w/${room.workshop.code}`);
      const typed = { ...seatOfForm(req.body), seat: '' };
      const wanted = { department: typed.department || null };
      await seat(site, { req, res, room, typed }, () => takeSeat(site, room.workshop.id, wanted));
    })
    .post('/w/:code/rejoin', async (req, res) => {
      const room = await openRoomByCode(site, req.params.code);
      const typed = seatOfForm(req.body);
      const wanted = { seat: typed.seat.slice(0, 80), department: typed.department || null };
      await seat(site, { req, res, room, typed }, () => reclaimSeat(site, room.workshop.id, wanted));
    });
}

type Sent = { req: Request<Address>; res: Response; room: Room; typed: TypedSeat };

async function seat(site: Site, sent: Sent, take: () => Promise<Checked<TakenSeat>>): Promise<void> {
  const { res, room, typed } = sent;
  const format = formatOf(site, res);
  try {
    const taken = await take();
    if (taken.ok) {
      carrySeat(res, room.workshop, taken.value);
      return res.redirect(303, `/w/${room.workshop.code}`);
    }
    const department = taken.faults[0] && format.text(taken.faults[0].message);
    await showSeat(site, res, { room, typed, errors: { department }, status: 422 });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await showSeat(site, res, { room, typed, ...refusalOf(error, format) });
  }
}

/** A wrong seat code is told at its field, everything else above the form. */
function refusalOf({ code }: AppError, { t }: Format) {
  const words = { title: t(`error.${code}.title`), text: t(`error.${code}.text`) };
  return code === 'unknown-seat'
    ? { errors: { seat: words.text }, status: 422 }
    : { problem: words, status: statusOfCode(code) };
}

type Show = {
  room: Room;
  typed?: TypedSeat;
  errors?: { department?: string | undefined; seat?: string | undefined };
  problem?: { title: string; text: string };
  /** Of a phone whose seat is another's now. */
  hadSeat?: boolean;
  status?: number;
};

export async function showSeat(site: Site, res: Response, show: Show): Promise<void> {
  const {
    room,
    typed = { department: '', seat: '' },
    errors = {},
    problem = null,
    hadSeat = false,
    status = 200,
  } = show;
  const { workshop } = room;
  const { wholeChecklist: checklist } = await openAssessment(site, workshop.assessment);
  site.sendPage(res, seatPage({ workshop, checklist, typed, errors, problem, hadSeat }, formatOf(site, res)), status);
}
