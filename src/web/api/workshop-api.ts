import { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { possibleCommands } from '#workshop/permitted-commands.ts';
import type { Role } from '#workshop/role.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import type { LogEntry, Workshop } from '#workshop/workshop.ts';
import { failureOf, sendProblem } from '../error-pages.ts';
import { notStored } from '../middleware/not-stored.ts';
import { formatOf, type Site } from '../site.ts';
import { actorOf, viewerOf } from '../workshop/caller.ts';
import { enterWorkshop } from '../workshop/enter-workshop.ts';
import { illegalWords } from '../workshop/illegal-words.ts';
import { keyLink } from '../workshop/keys/key-link.ts';
import { replaceKey } from '../workshop/keys/replace-key.ts';
import { openRoom } from '../workshop/open-room.ts';
import { type CommandOutcome, runCommand } from '../workshop/run-command.ts';
import { jsonBody } from './json-body.ts';
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
    .post('/:id/commands', jsonBody('1mb'), (req, res) => command(site, req, res))
    .post('/:id/keys', jsonBody('4kb'), (req, res) => key(site, req, res))
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
  const room = await openRoom(site, id);
  const viewer = viewerOf(caller);
  const snapshot = snapshotFor(viewer, room);
  if (outcome.kind === 'done') return void res.json(snapshot);
  refuse(site, res, { outcome, more: { state: snapshot }, workshop: room.workshop, role: viewer.role });
}

/** Told here and never again; `key` goes after `#key=` of `link`. */
async function key(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { caller } = await enterWorkshop(site, req, res);
  const { id } = req.params;
  const outcome = await replaceKey(site, { id, actor: actorOf(caller, 'issue-key'), input: bodyOf(req) });
  switch (outcome.kind) {
    case 'issued': {
      const { role, key: secret, rev } = outcome;
      return void res.status(201).json({ role, key: secret, link: keyLink(site, req, { id, key: secret }), rev });
    }
    case 'faulty':
      throw new AppError('faulty-input', outcome.faults);
    case 'illegal-step':
      throw new AppError('illegal-step');
    case 'stale': {
      const { workshop } = await openRoom(site, id);
      return sendStale(site, res, { last: outcome.last, more: { rev: workshop.rev } });
    }
  }
}

function sendStale(site: Site, res: Response, { last, more }: { last: LogEntry | undefined; more: object }): void {
  const told = last ? { last: { command: last.command, role: last.role, at: last.at } } : {};
  sendProblem(res, failureOf(new AppError('stale-command')), site.words, { ...more, ...told });
}

type Refused = { outcome: Exclude<CommandOutcome, { kind: 'done' }>; more: object; workshop: Workshop; role: Role };

function refuse(site: Site, res: Response, { outcome, more, workshop, role }: Refused): void {
  switch (outcome.kind) {
    case 'faulty':
      throw new AppError('faulty-input', outcome.faults);
    case 'illegal-step':
      return sendProblem(res, failureOf(new AppError('illegal-step')), site.words, {
        ...more,
        detail: illegalWords(outcome, formatOf(site, res)),
        possible: possibleCommands(workshop, role),
      });
    case 'stale':
      return sendStale(site, res, { last: outcome.last, more });
  }
}
