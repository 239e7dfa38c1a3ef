import { findEvidence } from '#assessment/evidence-register.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';
import type { EvidencePage } from './evidence-page.ts';

export type EvidenceAddress = { id: string; evidence: string };

/** A record with all that its page shows. Throws AppError `not-found`, `set-aside` or `storage-failed`. */
export async function openEvidence(site: Site, { id, evidence }: EvidenceAddress): Promise<EvidencePage> {
  const open = await openAssessment(site, id);
  const entry = findEvidence(open.assessment, evidence);
  if (!entry) throw new AppError('not-found');
  const { file } = entry.record;
  return {
    open,
    entry,
    changes: await site.assessments.changes(id),
    fileState: file ? await site.files.stateOf(file) : 'whole',
    uploads: site.uploads,
  };
}
