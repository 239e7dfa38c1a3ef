import { compareAssessments } from '#report/comparison.ts';
import { buildReport, type Report } from '#report/report.ts';
import { AppError } from '#shared/app-error.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { openEarlier } from '../assessment/open-earlier.ts';
import { findMilestone, openMilestone } from '../milestone/open-milestone.ts';
import { type Site, todayOf } from '../site.ts';
import { findMinutes } from '../workshop/find-minutes.ts';
import { formerItems } from '../workshop/former-items.ts';

/**
 * What is made of it stays right as long as `stand` is the same. `kept`: the milestone that was asked for, its file and how many values
 * this program computes otherwise.
 */
export type OpenReport = {
  open: OpenAssessment;
  stand: string;
  make: (generatedAt: string) => Report;
  kept?: { document: unknown; recomputed: number };
};

/** The report as it stands now, or as the milestone has it. Throws AppError as `openReport` does. */
export async function reportFor(site: Site, id: string, milestone?: unknown): Promise<Report> {
  return reportOf(await openReport(site, id, milestone), site.now().toISOString());
}

/**
 * `milestone` may be anything that an address holds; undefined: now. Throws AppError `not-found`, `set-aside`, `storage-failed`,
 * `milestone-missing` or `milestone-altered`.
 */
export async function openReport(site: Site, id: string, milestone?: unknown): Promise<OpenReport> {
  const open = await openAssessment(site, id);
  return milestone === undefined ? presentReport(site, open) : keptReport(site, open, milestone);
}

export function reportOf({ make }: OpenReport, generatedAt: string): Report {
  return make(generatedAt);
}

async function presentReport(site: Site, open: OpenAssessment): Promise<OpenReport> {
  const { assessment, wholeChecklist, seq, head } = open;
  const { minutes, stand } = await findMinutes(site, assessment.id);
  const earlier = await openEarlier(site, open);
  const standOfEarlier = earlier ? `${earlier.assessment.id} ${earlier.seq}` : '';
  return {
    open,
    stand: [assessment.id, seq, stand, standOfEarlier].join(' '),
    make: generatedAt => ({
      ...buildReport(
        assessment,
        wholeChecklist,
        generatedAt,
        minutes().map(each => ({ ...each, formerItems: formerItems(each, open) })),
        todayOf(site, generatedAt),
      ),
      trail: { seq, head },
      ...(earlier ? { comparison: compareAssessments(earlier, open) } : {}),
    }),
  };
}

async function keptReport(site: Site, open: OpenAssessment, id: unknown): Promise<OpenReport> {
  const entry = findMilestone(open.assessment, id);
  const kept = await openMilestone(site, open.assessment, entry);
  if (kept.state !== 'whole') throw new AppError(kept.state === 'missing' ? 'milestone-missing' : 'milestone-altered');
  const { document, report, recomputed } = kept;
  const stand = `milestone ${entry.sha256}`;
  return { open, stand, make: () => report, kept: { document, recomputed: recomputed.length } };
}
