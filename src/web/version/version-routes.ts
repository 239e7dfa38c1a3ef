import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { formatOf, type Site } from '../site.ts';
import { moveAssessment, undoLastMove } from './move-assessment.ts';
import { openVersion } from './open-version.ts';
import { statusOfFault, type VersionFault } from './version-fault.ts';
import { versionPage } from './version-page.ts';

const form = express.urlencoded({ extended: false, limit: '4kb' });
const sentSchema = z.object({
  seen: z.string(),
  version: z.string().catch(''),
  from: z.string().catch(''),
  confirm: z.string().optional(),
});
type Address = Request<{ id: string }>;

/** Moving an assessment to a newer version of its checklist, and taking that back. */
export function versionRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/version', async (req, res) => {
      site.sendPage(res, versionPage(await openVersion(site, req.params.id), null, formatOf(site, res)));
    })
    .post('/assessments/:id/version', form, async (req, res) => {
      const opened = await openVersion(site, req.params.id);
      const { seen, version, confirm } = readSent(req.body);
      const sent = { seen, version, confirmed: confirm === 'yes' };
      await answer(site, req, res, await moveAssessment(site, opened, sent, formatOf(site, res)));
    })
    .post('/assessments/:id/version/undo', form, async (req, res) => {
      const opened = await openVersion(site, req.params.id);
      const { seen, from } = readSent(req.body);
      await answer(site, req, res, await undoLastMove(site, opened, { seen, version: from }, formatOf(site, res)));
    });
}

/** Throws AppError `malformed`. */
function readSent(body: unknown): z.infer<typeof sentSchema> {
  const sent = sentSchema.safeParse(body);
  if (!sent.success) throw new AppError('malformed');
  return sent.data;
}

/** What stands in the way is said on the page as it is now. */
async function answer(site: Site, req: Address, res: Response, fault: VersionFault | undefined): Promise<void> {
  const { id } = req.params;
  if (fault === undefined) return res.redirect(303, `/assessments/${id}`);
  const page = versionPage(await openVersion(site, id), fault, formatOf(site, res));
  site.sendPage(res, page, statusOfFault[fault]);
}
