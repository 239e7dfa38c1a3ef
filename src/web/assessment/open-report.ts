import { buildReport, type Report } from '#report/report.ts';
import { minutesOf } from '#workshop/minutes.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { Site } from '../site.ts';
import { findWorkshops, standOf } from '../workshop/find-workshops.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

/** `stand`: what is made of it stays right as long as this is the same. */
export type OpenReport = { open: OpenAssessment; workshops: StoredWorkshop[]; stand: string };

/** Throws AppError `not-found`, `set-aside` or `storage-failed`. */
export async function openReport(site: Site, id: string): Promise<OpenReport> {
  const open = await openAssessment(site, id);
  const workshops = await findWorkshops(site, id);
  return { open, workshops, stand: [id, open.seq, standOf(workshops)].join(' ') };
}

export function reportOf({ open, workshops }: OpenReport, generatedAt: string): Report {
  const { assessment, wholeChecklist, seq, head } = open;
  const minutes = workshops.map(({ workshop }) => minutesOf(workshop));
  return { ...buildReport(assessment, wholeChecklist, generatedAt, minutes), trail: { seq, head } };
}
