import express, { type Request, type Response, Router } from 'express';
import type { FileState } from '#assessment/evidence-file-store.ts';
import { evidenceRegister } from '#assessment/evidence-register.ts';
import { AppError } from '#shared/app-error.ts';
import { readFormFields } from '../assessment/form-fields.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { readTypedRecord, type TypedRecord } from './evidence-form.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceQuerySchema } from './evidence-query.ts';
import { registerPage } from './evidence-register-page.ts';
import { type EvidenceAddress, openEvidence } from './open-evidence.ts';
import { type RecordOutcome, saveRecord } from './save-record.ts';

const form = express.urlencoded({ extended: false, limit: '200kb' });

/** The register of evidence and each record in it. */
export function evidenceRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/evidence', async (req, res) => {
      const open = await openAssessment(site, req.params.id);
      const query = evidenceQuerySchema.parse(req.query);
      const fileStates = await fileStatesOf(site, open);
      site.sendPage(res, registerPage({ open, query, fileStates }, formatOf(site, res)));
    })
    .get('/assessments/:id/evidence/:evidence', async (req, res) => {
      site.sendPage(res, evidencePage(await openEvidence(site, req.params), formatOf(site, res)));
    })
    .post('/assessments/:id/evidence/:evidence', form, (req, res) => change(site, req, res));
}

async function fileStatesOf({ files }: Site, { assessment }: OpenAssessment): Promise<Map<string, FileState>> {
  const kept = evidenceRegister(assessment).flatMap(({ record: { file } }) => (file ? [file] : []));
  return new Map(await Promise.all(kept.map(async file => [file.sha256, await files.stateOf(file)] as const)));
}

async function change(site: Site, req: Request<EvidenceAddress>, res: Response): Promise<void> {
  const { id, evidence } = req.params;
  await openEvidence(site, req.params);
  const typed = readTypedRecord(readFormFields(req.body));
  const format = formatOf(site, res);
  const outcome = await saveRecord(site, { assessmentId: id, recordId: evidence, typed, format });
  if (outcome.kind === 'saved') return res.redirect(303, req.path);
  if (outcome.kind === 'refused') return refuse(site, req, res, { refusal: outcome.refusal, typed });
  site.sendPage(res, evidencePage({ ...(await openEvidence(site, req.params)), joined: outcome.others }, format));
}

type Refused = { refusal: Extract<RecordOutcome, { kind: 'refused' }>['refusal']; typed: TypedRecord };

async function refuse(
  site: Site,
  req: Request<EvidenceAddress>,
  res: Response,
  { refusal, typed }: Refused,
): Promise<void> {
  if (refusal.reason === 'not-found' || refusal.reason === 'final') throw new AppError(refusal.reason);
  const faults = refusal.reason === 'faulty' ? refusal.faults : [];
  const opened = await openEvidence(site, req.params);
  const sent = { typed: { ...typed, base: typed.base || typed.seen }, faults };
  const page = evidencePage({ ...opened, sent }, formatOf(site, res));
  site.sendPage(res, page, refusal.reason === 'faulty' ? 422 : 412);
}
