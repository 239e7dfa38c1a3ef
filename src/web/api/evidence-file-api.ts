import { type Request, Router } from 'express';
import { attachFile } from '#assessment/change-evidence.ts';
import { sha256Schema } from '#assessment/evidence-file.ts';
import { AppError } from '#shared/app-error.ts';
import { receiveUpload } from '../evidence/receive-upload.ts';
import { refuseUpload } from '../evidence/refuse-upload.ts';
import { sendEvidenceFile } from '../send-evidence-file.ts';
import { type Site, stampOf } from '../site.ts';
import { addressedEvidence, commitEvidence, type EvidenceAddress, sendStale } from './commit-evidence.ts';

/** Before any other body is read: a file has a body of its own. */
export function evidenceFileApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/evidence/:evidence/file', async (req, res) => {
      const { file } = (await addressedEvidence(site, req.params)).entry.record;
      if (!file) throw new AppError('not-found');
      await sendEvidenceFile(site, res, file);
    })
    .put('/assessments/:id/evidence/:evidence/file', async (req, res) => {
      const { assessment, entry } = await addressedEvidence(site, req.params);
      const seen = fileSeenBy(req);
      refuseUpload(site, assessment);
      if (seen !== entry.record.file?.sha256) return sendStale(site, res, { entry, assessment });
      const file = await receiveUpload(site.files, req, res);
      await commitEvidence(site, req, res, current =>
        attachFile(current, { id: req.params.evidence, file, seen, ...stampOf(site) }),
      );
    })
    .delete('/assessments/:id/evidence/:evidence/file', async (req, res) => {
      if (!(await addressedEvidence(site, req.params)).entry.record.file) throw new AppError('not-found');
      const seen = fileSeenBy(req);
      await commitEvidence(site, req, res, current =>
        attachFile(current, { id: req.params.evidence, file: undefined, seen, ...stampOf(site) }),
      );
    });
}

/** `If-None-Match: *` where there is no file yet, otherwise `If-Match` with its hash. Throws AppError `revision-missing` or `mark-malformed`. */
function fileSeenBy({ headers }: Request<EvidenceAddress>): string | undefined {
  if (headers['if-none-match']?.trim() === '*') return undefined;
  if (headers['if-match'] === undefined) throw new AppError('revision-missing');
  const hash = sha256Schema.safeParse(/^"(.*)"$/.exec(headers['if-match'].trim())?.[1]);
  if (!hash.success) throw new AppError('mark-malformed');
  return hash.data;
}
