import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { formatOf, type Site } from '../site.ts';
import { moveAssessment, undoLastMove } from '../version/move-assessment.ts';
import { type OpenVersion, openVersion } from '../version/open-version.ts';
import type { VersionFault } from '../version/version-fault.ts';
import { expectedMarkOf } from './expected-mark.ts';
import { parseBody } from './parse-body.ts';
import { sendCurrent } from './send-current.ts';
import { sendStaleRevision } from './send-stale.ts';
import { versionDocument } from './version-document.ts';

export const moveRequestSchema = z.strictObject({
  to: z.string().meta({ description: 'The version that the preview was for' }),
  confirm: z.boolean().optional().meta({ description: 'Wanted where no answer goes along' }),
});

type Address = Request<{ id: string }>;

/** Another version of the checklist. The ETag is the state that the preview was made from; whoever moves names it. */
export function versionApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/version', async (req, res) => send(res, await openVersion(site, req.params.id)))
    .post('/assessments/:id/version', (req, res) => move(site, req, res))
    .post('/assessments/:id/version/undo', (req, res) => undo(site, req, res));
}

async function move(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openVersion(site, req.params.id);
  const seen = expectedMarkOf(req.headers['if-match']);
  const { to, confirm = false } = parseBody(req, moveRequestSchema);
  if (seen === opened.seen && opened.move && opened.move.target.pin.version !== to)
    throw new AppError('faulty-input', [fault(['to'], '不是现在最新的版本', 'is not the newest version now')]);
  const sent = { seen, version: opened.move?.target.pin.sha256 ?? '', confirmed: confirm };
  await answer(site, req, res, await moveAssessment(site, opened, sent, formatOf(site, res)));
}

async function undo(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openVersion(site, req.params.id);
  const seen = expectedMarkOf(req.headers['if-match']);
  await answer(site, req, res, await undoLastMove(site, opened, { seen, version: '' }, formatOf(site, res)));
}

async function answer(site: Site, req: Address, res: Response, refused: VersionFault | undefined): Promise<void> {
  const opened = await openVersion(site, req.params.id);
  switch (refused) {
    case undefined:
      return send(res, opened);
    case 'meetings':
    case 'undo-meetings':
      throw new AppError('meetings-in-the-way');
    case 'no-newer':
      throw new AppError('no-newer-version');
    case 'no-move':
      throw new AppError('nothing-to-undo');
    case 'copy-gone':
      throw new AppError('version-gone');
    case 'unconfirmed':
      throw new AppError('faulty-input', [
        fault(['confirm'], '没有一条填报能带过去，须确认', 'no answer goes along; this has to be confirmed'),
      ]);
    case 'stale':
    case 'moved':
    case 'undo-stale':
    case 'undone':
      return sendStaleRevision(site, res, { mark: opened.seen, current: versionDocument(opened) });
  }
}

function send(res: Response, opened: OpenVersion): void {
  sendCurrent(res.setHeader('ETag', `"${opened.seen}"`), versionDocument(opened));
}
