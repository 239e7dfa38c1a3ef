import type { Response } from 'express';
import { openAssessment } from '../assessment/open-assessment.ts';
import { formatOf, type Site } from '../site.ts';
import { damagedPage } from './damaged-page.ts';
import { findMilestone, openMilestone } from './open-milestone.ts';

/** In place of a milestone that is not what was kept: what differs. False where it is whole. Throws as `openReport` does. */
export async function sendDamaged(
  site: Site,
  { id, milestone }: { id: string; milestone: unknown },
  res: Response,
): Promise<boolean> {
  const open = await openAssessment(site, id);
  const kept = await openMilestone(site, open.assessment, findMilestone(open.assessment, milestone));
  if (kept.state === 'whole') return false;
  site.sendPage(res, damagedPage(open, kept, formatOf(site, res)), 410);
  return true;
}
