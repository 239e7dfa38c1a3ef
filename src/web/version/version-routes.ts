import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { isNameTaken } from '#assessment/keep-milestone.ts';
import { type MoveRefusal, moveVersion, undoMove } from '#assessment/move-version.ts';
import { carriesNothing } from '#assessment/plan-move.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import { keepFile } from '../milestone/keep-file.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { type OpenVersion, openVersion } from './open-version.ts';
import { type VersionFault, versionPage } from './version-page.ts';

const form = express.urlencoded({ extended: false, limit: '4kb' });
const sentSchema = z.object({ seen: z.string(), version: z.string().catch(''), confirm: z.string().optional() });
type Sent = z.infer<typeof sentSchema>;
type Address = Request<{ id: string }>;

/** Moving an assessment to a newer version of its checklist, and taking that back. */
export function versionRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/version', async (req, res) => {
      site.sendPage(res, versionPage(await openVersion(site, req.params.id), null, formatOf(site, res)));
    })
    .post('/assessments/:id/version', form, (req, res) => move(site, req, res))
    .post('/assessments/:id/version/undo', form, (req, res) => undo(site, req, res));
}

async function move(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openVersion(site, req.params.id);
  const sent = readSent(req.body);
  if (opened.open.assessment.state === 'final') throw new AppError('final');
  const { move: moving, open } = opened;
  const fault = faultOfMove(opened, sent);
  if (fault || !moving) return show(site, res, opened, fault ?? 'stale');
  await site.checklists.keep(moving.target);
  const name = formatOf(site, res).t('version.milestone', { version: moving.target.pin.version });
  await commit(site, res, opened, {
    name,
    decide: assessment =>
      moveVersion(
        assessment,
        { before: open.wholeChecklist, after: moving.target },
        { seen: sent.seen, ...stampOf(site) },
      ),
  });
}

async function undo(site: Site, req: Address, res: Response): Promise<void> {
  const opened = await openVersion(site, req.params.id);
  const sent = readSent(req.body);
  if (opened.open.assessment.state === 'final') throw new AppError('final');
  const { undo: undoing, open, seen } = opened;
  if (undoing === undefined || undoing === 'copy-gone' || sent.seen !== seen) return show(site, res, opened, 'stale');
  if (undoing.inTheWay.length > 0) return show(site, res, opened, 'meetings');
  const { before } = undoing;
  const name = formatOf(site, res).t('version.milestone.undo', { version: open.assessment.checklist.version });
  await commit(site, res, opened, {
    name,
    decide: assessment =>
      undoMove(assessment, { before, present: open.wholeChecklist }, { seen: sent.seen, ...stampOf(site) }),
  });
}

/** Throws AppError `malformed`. */
function readSent(body: unknown): Sent {
  const sent = sentSchema.safeParse(body);
  if (!sent.success) throw new AppError('malformed');
  return sent.data;
}

function faultOfMove({ move, seen }: OpenVersion, sent: Sent): VersionFault | undefined {
  if (!move || sent.seen !== seen || sent.version !== move.target.pin.sha256) return 'stale';
  if (move.inTheWay.length > 0) return 'meetings';
  return carriesNothing(move.plan) && sent.confirm !== 'yes' ? 'unconfirmed' : undefined;
}

type Committing = { name: string; decide: (assessment: Assessment) => Decision<AssessmentChange, MoveRefusal> };

/** The milestone first: whatever comes of the move, the state before it can be shown and taken along. */
async function commit(site: Site, res: Response, { open }: OpenVersion, { name, decide }: Committing): Promise<void> {
  const { id } = open.assessment;
  await keepUnderFreeName(site, open.assessment, name);
  const done = await site.assessments.commit(id, decide);
  if (!('refused' in done)) return res.redirect(303, `/assessments/${id}`);
  if (done.refused === 'final') throw new AppError('final');
  show(site, res, await openVersion(site, id), done.refused);
}

/** The second move to a version gets its number. Throws AppError `stale-revision` where somebody else is at it. */
async function keepUnderFreeName(site: Site, assessment: Assessment, name: string): Promise<void> {
  const numbers = Array.from({ length: (assessment.milestones?.length ?? 0) + 2 }, (_, index) => index);
  const names = numbers.map(number => (number === 0 ? name : `${name} (${number + 1})`));
  const free = names.find(one => !isNameTaken(assessment, one)) ?? name;
  if ((await keepFile(site, assessment.id, { name: free })) === 'taken') throw new AppError('stale-revision');
}

const statuses = { stale: 412, meetings: 409, unconfirmed: 422 } satisfies Record<VersionFault, number>;

function show(site: Site, res: Response, opened: OpenVersion, fault: VersionFault): void {
  site.sendPage(res, versionPage(opened, fault, formatOf(site, res)), statuses[fault]);
}
