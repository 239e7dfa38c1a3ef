import { actionsToCarry, carryAction } from '#assessment/carry-actions.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';

/**
 * Takes the unfinished actions of another assessment of the same city over and gives how many. One after another: each is told from the others by where it comes
 * from, so a second try goes on where a first one stopped. Throws AppError `not-found` or `set-aside`.
 */
export async function carryOver(site: Site, id: string, from: string): Promise<number> {
  const { assessment: next, checklist } = await openAssessment(site, id);
  const { assessment: other } = await openAssessment(site, from);
  if (other.id === id || other.setup.city !== next.setup.city) throw new AppError('not-found');
  let carried = 0;
  for (const action of actionsToCarry(other, next, checklist).actions) {
    const stamp = { id: site.newId(), ...stampOf(site) };
    const done = await site.assessments.commit(id, assessment => {
      const change = carryAction({ assessment: other.id, action }, { next: assessment, checklist }, stamp);
      return change ? { change } : { refused: 'carried' };
    });
    if (!('refused' in done)) carried++;
  }
  return carried;
}
