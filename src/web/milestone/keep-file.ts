import { keepMilestone } from '#assessment/keep-milestone.ts';
import type { MilestoneTexts } from '#assessment/milestone.ts';
import { milestoneFile } from '#report/milestone-document.ts';
import type { Report } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { reportFor } from '../report/open-report.ts';
import { type Site, stampOf } from '../site.ts';

/**
 * The file first, then the change: a crash in between leaves a file that nothing names, never a milestone without a file. Where the
 * trail does not take it the file goes again.
 */
export async function keepFile(site: Site, assessmentId: string, texts: MilestoneTexts): Promise<'kept' | 'taken'> {
  const report = await reportFor(site, assessmentId);
  const stamp = stampOf(site);
  const id = site.newId();
  const head = { id, ...texts, keptAt: stamp.at, by: stamp.by, program: site.programVersion };
  const { content, sha256, size } = milestoneFile(reportDocument(report), head);
  const address = { assessment: assessmentId, id };
  await site.milestones.keep(address, content);
  const entry = { id, ...texts, sha256, size, ...shownOf(report) };
  try {
    const done = await site.assessments.commit(assessmentId, assessment => keepMilestone(assessment, entry, stamp));
    if (!('refused' in done)) return 'kept';
  } catch (error) {
    await site.milestones.discard(address);
    throw error;
  }
  await site.milestones.discard(address);
  return 'taken';
}

function shownOf({ overall, result, trail }: Report) {
  if (!trail) throw new Error('a report of a stored assessment knows its trail');
  return { trail, claimed: overall.score, supported: overall.supported, grade: result.claimed.grade };
}
