import type { Setup } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import { isSameUnit } from '#report/is-same-unit.ts';
import { type Checked, fault } from '#shared/fault.ts';
import type { Site } from '../site.ts';

/** As many as a list is of use for; the newest change first. */
const mostOffered = 100;

/** Assessments by the same checklist, of whichever version. */
export function originsFor({ assessments }: Pick<Site, 'assessments'>, checklistId: string): AssessmentSummary[] {
  return assessments
    .summaries()
    .filter(({ checklist }) => checklist.id === checklistId)
    .slice(0, mostOffered);
}

type Wanted = { id: string; setup: Setup; checklist: Checklist };

/** An earlier assessment of the same unit by the same checklist; nothing where none was chosen. */
export async function checkOrigin(
  { assessments }: Pick<Site, 'assessments'>,
  { id, setup, checklist }: Wanted,
): Promise<Checked<{ origin?: string }>> {
  if (id === '') return { ok: true, value: {} };
  const found = (await assessments.find(id))?.assessment;
  if (!found) return refused('这份评价已不在，或文件已损坏', 'this assessment is gone or damaged');
  const units = [found, { setup, checklist }].map(one => ({ ...one.setup, checklist: one.checklist }));
  return found.checklist.id === checklist.id && isSameUnit(units)
    ? { ok: true, value: { origin: id } }
    : refused('只能选同一单位、同一检查表的评价', 'choose an assessment of the same unit and checklist');
}

function refused(zh: string, en: string): Checked<never> {
  return { ok: false, faults: [fault(['origin'], zh, en)] };
}
