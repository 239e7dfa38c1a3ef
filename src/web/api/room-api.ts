import { type Request, type Response, Router } from 'express';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { Room } from '#workshop/room.ts';
import { snapshotFor, type Viewer } from '#workshop/snapshot-for.ts';
import { failureOf, sendProblem } from '../error-pages.ts';
import { notStored } from '../middleware/not-stored.ts';
import type { Site } from '../site.ts';
import { type Door, findCaller, viewerOf } from '../workshop/caller.ts';
import { openRoom, openRoomByCode } from '../workshop/open-room.ts';
import { sendVote } from '../workshop/send-vote.ts';
import { type PartOutcome, sendObjection, sendQuestion } from '../workshop/take-part.ts';
import { joinSchema, reclaimSeat, rejoinSchema, takeSeat } from '../workshop/take-seat.ts';
import { jsonBody } from './json-body.ts';
import { acceptedValue, bodyOf, parseBody } from './parse-body.ts';
import { stateTag } from './state-tag.ts';

type Address = { code: string };
type Exchange = { req: Request<Address>; res: Response };

/** `/api/v1/w/:code`: for phones, and on the machine itself for the screens of the workshop too. */
export function roomApi(site: Site, door: Door): Router {
  const json = jsonBody('20kb');
  const api = Router()
    .use('/:code', notStored)
    .post('/:code/join', json, async (req, res) => {
      const { workshop } = await openRoomByCode(site, req.params.code);
      res.status(201).json(acceptedValue(await takeSeat(site, workshop.id, parseBody(req, joinSchema))));
    })
    .post('/:code/rejoin', json, async (req, res) => {
      const { workshop } = await openRoomByCode(site, req.params.code);
      res.json(acceptedValue(await reclaimSeat(site, workshop.id, parseBody(req, rejoinSchema))));
    })
    .get('/:code/state', async (req, res) => {
      const { room, viewer } = await enter(site, req, door);
      const { id } = room.workshop;
      if (viewer.role === 'participant') site.live.noteSeen(id, viewer.seat.participant);
      const snapshot = snapshotFor(viewer, { ...room, ...site.live.presenceIn(id) });
      res.setHeader('ETag', stateTag(snapshot));
      res.json(snapshot);
    })
    .get('/:code/events', async (req, res) => {
      const { room, viewer } = await enter(site, req, door);
      site.live.open(res, room.workshop.id, viewer);
    })
    .post('/:code/votes', json, (req, res) => vote(site, door, { req, res }))
    .post('/:code/objections', json, (req, res) => takePart(site, door, { req, res, send: sendObjection }))
    .post('/:code/questions', json, (req, res) => takePart(site, door, { req, res, send: sendQuestion }));
  return Router().use('/api/v1/w', api);
}

type Entered = { room: Room; viewer: Viewer };
type Seated = { id: string; viewer: Extract<Viewer, { role: 'participant' }> };

async function enter(site: Site, req: Request<Address>, door: Door): Promise<Entered> {
  const room = await openRoomByCode(site, req.params.code);
  return { room, viewer: viewerOf(await findCaller(site, req, { room, door })) };
}

/** Throws AppError `wrong-role` for whoever has no seat. */
async function enterSeated(site: Site, req: Request<Address>, door: Door): Promise<Seated> {
  const { room, viewer } = await enter(site, req, door);
  if (viewer.role !== 'participant') throw new AppError('wrong-role');
  return { id: room.workshop.id, viewer };
}

async function vote(site: Site, door: Door, { req, res }: Exchange): Promise<void> {
  const { id, viewer } = await enterSeated(site, req, door);
  const outcome = await sendVote(site, { id, seat: viewer.seat, input: bodyOf(req) });
  switch (outcome.kind) {
    case 'counted': {
      const { value, round } = outcome.vote;
      res.json({ value, round, rev: outcome.rev });
      return;
    }
    case 'faulty':
      throw new AppError('faulty-input', outcome.faults);
    case 'refused': {
      const { reason, counted } = outcome;
      return sendConflict(site, res, {
        code: 'vote-not-counted',
        id,
        viewer,
        more: { reason, ...(counted ? { counted } : {}) },
      });
    }
  }
}

type Send = (site: Site, part: { id: string; seat: Seated['viewer']['seat']; input: unknown }) => Promise<PartOutcome>;

async function takePart(site: Site, door: Door, { req, res, send }: Exchange & { send: Send }): Promise<void> {
  const { id, viewer } = await enterSeated(site, req, door);
  const outcome = await send(site, { id, seat: viewer.seat, input: bodyOf(req) });
  switch (outcome.kind) {
    case 'sent':
      res.json({ rev: outcome.rev });
      return;
    case 'faulty':
      throw new AppError('faulty-input', outcome.faults);
    case 'refused':
      return sendConflict(site, res, { code: 'not-now', id, viewer, more: { reason: outcome.reason } });
  }
}

type Conflict = Seated & { code: ErrorCode; more: object };

/** With the present state, so that a phone shows at once what is the case. */
async function sendConflict(site: Site, res: Response, { code, id, viewer, more }: Conflict): Promise<void> {
  const state = snapshotFor(viewer, await openRoom(site, id));
  sendProblem(res, failureOf(new AppError(code)), site.words, { ...more, state });
}
