import type { Assessment } from '#assessment/assessment.ts';
import { changeSetup } from '#assessment/change-assessment.ts';
import { AppError } from '#shared/app-error.ts';
import type { Checked } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { checkOrigin } from './origins.ts';

/** From now on the answers of that assessment are suggested; `''`: none are. Throws AppError `not-found`, `set-aside` or `final`. */
export async function chooseOrigin(site: Site, id: string, originId: string): Promise<Checked<Assessment>> {
  const { assessment } = await openAssessment(site, id);
  const { setup, checklist } = assessment;
  const checked = await checkOrigin(site, { id: originId, setup, checklist, self: id });
  if (!checked.ok) return checked;
  const { origin } = checked.value;
  const done = await site.assessments.commit(id, current =>
    changeSetup(current, { setup: current.setup, origin }, stampOf(site)),
  );
  if (!('refused' in done)) return { ok: true, value: done.assessment };
  if (done.refused === 'final') throw new AppError('final');
  return { ok: true, value: assessment };
}
