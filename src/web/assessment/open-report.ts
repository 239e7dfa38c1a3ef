import { compareAssessments } from '#report/comparison.ts';
import { findEarlier } from '#report/find-earlier.ts';
import { buildReport, type Report } from '#report/report.ts';
import { minutesOf } from '#workshop/minutes.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { Site } from '../site.ts';
import { findWorkshops, standOf } from '../workshop/find-workshops.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

/** `earlier`: the assessment of the same unit before it. `stand`: what is made of it stays right as long as this is the same. */
export type OpenReport = {
  open: OpenAssessment;
  workshops: StoredWorkshop[];
  earlier: OpenAssessment | undefined;
  stand: string;
};

/** Throws AppError `not-found`, `set-aside` or `storage-failed`. */
export async function openReport(site: Site, id: string): Promise<OpenReport> {
  const open = await openAssessment(site, id);
  const workshops = await findWorkshops(site, id);
  const before = findEarlier(open.assessment, site.assessments.summaries());
  const earlier = before && (await openAssessment(site, before.id));
  const standOfEarlier = earlier ? `${earlier.assessment.id} ${earlier.seq}` : '';
  return { open, workshops, earlier, stand: [id, open.seq, standOf(workshops), standOfEarlier].join(' ') };
}

export function reportOf({ open, workshops, earlier }: OpenReport, generatedAt: string): Report {
  const { assessment, wholeChecklist, seq, head } = open;
  const minutes = workshops.map(({ workshop }) => minutesOf(workshop));
  return {
    ...buildReport(assessment, wholeChecklist, generatedAt, minutes),
    trail: { seq, head },
    ...(earlier ? { comparison: compareAssessments(earlier, open) } : {}),
  };
}
