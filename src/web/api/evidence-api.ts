import { Router } from 'express';
import { changeEvidence } from '#assessment/change-evidence.ts';
import { evidenceRegister } from '#assessment/evidence-register.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { addressedEvidence, commitEvidence, sendRecord } from './commit-evidence.ts';
import { evidenceDocument } from './evidence-document.ts';
import { bodyOf } from './parse-body.ts';

/** The register of evidence. */
export function evidenceApi(site: Site): Router {
  return Router()
    .get('/assessments/:id/evidence', async (req, res) => {
      const { assessment } = await openAssessment(site, req.params.id);
      res.json(evidenceRegister(assessment).map(entry => evidenceDocument(entry, assessment)));
    })
    .get('/assessments/:id/evidence/:evidence', async (req, res) => {
      const { assessment, entry } = await addressedEvidence(site, req.params);
      sendRecord(res, entry, assessment);
    })
    .put('/assessments/:id/evidence/:evidence', async (req, res) => {
      await addressedEvidence(site, req.params);
      const seen = markOf(req.headers['if-match']);
      const record = bodyOf(req);
      await commitEvidence(site, req, res, assessment =>
        changeEvidence(assessment, { id: req.params.evidence, record, seen, ...stampOf(site) }),
      );
    });
}

/** Throws AppError `revision-missing` or `mark-malformed`. */
function markOf(ifMatch: string | undefined): string {
  if (ifMatch === undefined) throw new AppError('revision-missing');
  const mark = /^"([0-9a-f]{16})"$/.exec(ifMatch.trim())?.[1];
  if (mark === undefined) throw new AppError('mark-malformed');
  return mark;
}
