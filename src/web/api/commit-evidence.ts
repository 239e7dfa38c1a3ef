import type { Request, Response } from 'express';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import type { EvidenceRefusal } from '#assessment/change-evidence.ts';
import { evidenceIdSchema } from '#assessment/evidence.ts';
import { findEvidence, type RegisteredEvidence } from '#assessment/evidence-register.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';
import { evidenceDocument } from './evidence-document.ts';
import { sendStaleRevision } from './send-stale.ts';

export type EvidenceAddress = { id: string; evidence: string };
type Current = { entry: RegisteredEvidence; assessment: Assessment };

/** Throws AppError `not-found` or `set-aside`. */
export async function addressedEvidence(site: Site, { id, evidence }: EvidenceAddress): Promise<Current> {
  const { assessment } = await openAssessment(site, id);
  const entry = evidenceIdSchema.safeParse(evidence).success ? findEvidence(assessment, evidence) : undefined;
  if (!entry) throw new AppError('not-found');
  return { assessment, entry };
}

type Decide = (assessment: Assessment) => Decision<AssessmentChange, EvidenceRefusal>;

/** Commits and answers with the record as it is then, or with what stands in the way. */
export async function commitEvidence(
  site: Site,
  req: Request<EvidenceAddress>,
  res: Response,
  decide: Decide,
): Promise<void> {
  const done = await site.assessments.commit(req.params.id, decide);
  if ('refused' in done && done.refused.reason !== 'unchanged') return refuse(site, req, res, done.refused);
  const { assessment, entry } = await addressedEvidence(site, req.params);
  sendRecord(res, entry, assessment);
}

async function refuse(
  site: Site,
  req: Request<EvidenceAddress>,
  res: Response,
  refusal: Exclude<EvidenceRefusal, { reason: 'unchanged' }>,
): Promise<void> {
  switch (refusal.reason) {
    case 'not-found':
    case 'final':
      throw new AppError(refusal.reason);
    case 'faulty':
      throw new AppError('faulty-input', refusal.faults);
    case 'stale':
      return sendStale(site, res, await addressedEvidence(site, req.params));
  }
}

export function sendRecord(res: Response, entry: RegisteredEvidence, assessment: Assessment): void {
  const document = evidenceDocument(entry, assessment);
  res.setHeader('ETag', `"${document.etag}"`).json(document);
}

export function sendStale(site: Site, res: Response, { entry, assessment }: Current): void {
  const current = evidenceDocument(entry, assessment);
  sendStaleRevision(site, res, { mark: current.etag, current });
}
