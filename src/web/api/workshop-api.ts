import express, { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import { failureOf, sendProblem } from '../error-pages.ts';
import { notStored } from '../middleware/not-stored.ts';
import type { Site } from '../site.ts';
import { actorOf, viewerOf } from '../workshop/caller.ts';
import { enterWorkshop } from '../workshop/enter-workshop.ts';
import { openRoom } from '../workshop/open-room.ts';
import { type CommandOutcome, runCommand } from '../workshop/run-command.ts';
import { bodyOf } from './parse-body.ts';

type Address = { id: string };

/** `/api/v1/workshops/:id`: for those with a key of the workshop or the start token. */
export function workshopApi(site: Site): Router {
  const api = Router()
    .use('/:id', notStored)
    .get('/:id', async (req, res) => {
      const { room, caller } = await enterWorkshop(site, req, res);
      res.json(snapshotFor(viewerOf(caller), room));
    })
    .post('/:id/commands', express.json({ limit: '1mb' }), (req, res) => command(site, req, res))
    .get('/:id/minutes', async (req, res) => {
      const { room, caller } = await enterWorkshop(site, req, res);
      const { role } = viewerOf(caller);
      if (role === 'participant' || role === 'projector') throw new AppError('wrong-role');
      res.json(minutesOf(room.workshop));
    });
  return Router().use('/api/v1/workshops', api);
}

async function command(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { caller } = await enterWorkshop(site, req, res);
  const { id } = req.params;
  const outcome = await runCommand(site, { id, actorFor: name => actorOf(caller, name), input: bodyOf(req) });
  const snapshot = snapshotFor(viewerOf(caller), await openRoom(site, id));
  if (outcome.kind === 'done') res.json(snapshot);
  else refuse(site, res, { outcome, more: { state: snapshot } });
}

type Refused = { outcome: Exclude<CommandOutcome, { kind: 'done' }>; more: object };

function refuse({ words }: Site, res: Response, { outcome, more }: Refused): void {
  switch (outcome.kind) {
    case 'faulty':
      throw new AppError('faulty-input', outcome.faults);
    case 'illegal-step':
      return sendProblem(res, failureOf(new AppError('illegal-step')), words, more);
    case 'stale': {
      const last = outcome.last && { command: outcome.last.command, role: outcome.last.role, at: outcome.last.at };
      return sendProblem(res, failureOf(new AppError('stale-command')), words, last ? { ...more, last } : more);
    }
  }
}
