import express, { type Request, type Response, Router } from 'express';
import { attachFile, type EvidenceRefusal } from '#assessment/change-evidence.ts';
import { type EvidenceFile, sha256Schema } from '#assessment/evidence-file.ts';
import { findFile } from '#assessment/file-entries.ts';
import { AppError } from '#shared/app-error.ts';
import { faultInLanguage } from '#shared/fault.ts';
import { readFormFields } from '../assessment/form-fields.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { failureOf } from '../error-pages.ts';
import { sendEvidenceFile } from '../send-evidence-file.ts';
import { formatOf, type Site, stampOf } from '../site.ts';
import { evidencePage } from './evidence-page.ts';
import { type EvidenceAddress, openEvidence } from './open-evidence.ts';
import { receiveUpload } from './receive-upload.ts';
import { refuseUpload } from './refuse-upload.ts';

const form = express.urlencoded({ extended: false, limit: '4kb' });

/** The files of evidence: put on a record, taken off, handed out. */
export function evidenceFileRoutes(site: Site): Router {
  return Router()
    .post('/assessments/:id/evidence/:evidence/file', (req, res) => upload(site, req, res))
    .post('/assessments/:id/evidence/:evidence/file/remove', form, async (req, res) => {
      await openEvidence(site, req.params);
      const seen = seenOf(readFormFields(req.body).get('seen'));
      await attach(site, req, res, { file: undefined, seen });
    })
    .get('/assessments/:id/files/:sha256', async (req, res) => {
      const { assessment } = await openAssessment(site, req.params.id);
      const { evidence } = req.query;
      const recordId = typeof evidence === 'string' ? evidence : undefined;
      const file = findFile(assessment.files ?? [], req.params.sha256, recordId);
      if (!file) throw new AppError('not-found');
      await sendEvidenceFile(site, res, file);
    });
}

/** Everything that speaks against it is found before the file is read, and once more when it is there. */
async function upload(site: Site, req: Request<EvidenceAddress>, res: Response): Promise<void> {
  const opened = await openEvidence(site, req.params);
  const seen = seenOf(req.query.seen);
  try {
    refuseUpload(site, opened.open.assessment);
    if (seen !== opened.entry.record.file?.sha256) return await showChanged(site, req, res);
    await attach(site, req, res, { file: await receiveUpload(site.files, req, res), seen });
  } catch (error) {
    await showProblem(site, req, res, error);
  }
}

type Attachment = { file: EvidenceFile | undefined; seen: string | undefined };

async function attach(site: Site, req: Request<EvidenceAddress>, res: Response, attachment: Attachment): Promise<void> {
  const { id, evidence } = req.params;
  const done = await site.assessments.commit(id, assessment =>
    attachFile(assessment, { id: evidence, ...attachment, ...stampOf(site) }),
  );
  if (!('refused' in done) || done.refused.reason === 'unchanged')
    return res.redirect(303, `/assessments/${id}/evidence/${encodeURIComponent(evidence)}`);
  if (done.refused.reason === 'stale') return showChanged(site, req, res);
  throw refusalError(done.refused);
}

function refusalError(refusal: Exclude<EvidenceRefusal, { reason: 'stale' | 'unchanged' }>): AppError {
  return refusal.reason === 'faulty' ? new AppError('faulty-input', refusal.faults) : new AppError(refusal.reason);
}

async function showChanged(site: Site, req: Request<EvidenceAddress>, res: Response): Promise<void> {
  const format = formatOf(site, res);
  const page = { ...(await openEvidence(site, req.params)), fileProblem: format.t('evidence.conflict.file') };
  site.sendPage(res, evidencePage(page, format), 412);
}

/** A file that is refused leads back to the record, with the reason at its field. */
async function showProblem(site: Site, req: Request<EvidenceAddress>, res: Response, error: unknown): Promise<void> {
  const { code, status, faults } = failureOf(error);
  if (code !== 'file-too-large' && code !== 'faulty-input') throw error;
  const format = formatOf(site, res);
  const reasons = faults.map(fault => faultInLanguage(fault, format.language).message);
  const fileProblem = reasons.length > 0 ? format.list(reasons) : format.t(`error.${code}.text`);
  site.sendPage(res, evidencePage({ ...(await openEvidence(site, req.params)), fileProblem }, format), status);
}

/** The hash of the file that the page showed; undefined where it showed none. Throws AppError `malformed`. */
function seenOf(seen: unknown): string | undefined {
  if (seen === 'none') return undefined;
  const parsed = sha256Schema.safeParse(seen);
  if (!parsed.success) throw new AppError('malformed');
  return parsed.data;
}
