import type { Assessment, Setup } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import { findEarlier } from '#report/find-earlier.ts';
import { isSameUnit } from '#report/is-same-unit.ts';
import { type Checked, fault } from '#shared/fault.ts';
import type { Site } from '../site.ts';

/** As many as a list is of use for; the newest change first. */
const mostOffered = 100;

type Store = Pick<Site, 'assessments'>;

/** Assessments by the same checklist, of whichever version. */
export function originsFor({ assessments }: Store, checklistId: string): AssessmentSummary[] {
  return byChecklist(assessments, checklistId).slice(0, mostOffered);
}

/** Of the same unit too, and the one that was chosen whatever it is called now. */
export function originsOf({ assessments }: Store, { id, checklist, setup, origin }: Assessment): AssessmentSummary[] {
  return byChecklist(assessments, checklist.id)
    .filter(one => one.id === origin || (one.id !== id && isOfUnit(one, { setup, checklist })))
    .slice(0, mostOffered);
}

/** The one before, where somebody answered in it and none was chosen. */
export function originToOffer(site: Store, assessment: Assessment): AssessmentSummary | undefined {
  return assessment.origin === undefined
    ? findEarlier(
        assessment,
        originsOf(site, assessment).filter(({ progress }) => progress.answered > 0),
      )
    : undefined;
}

function byChecklist(assessments: Site['assessments'], checklistId: string): AssessmentSummary[] {
  return assessments.summaries().filter(({ checklist }) => checklist.id === checklistId);
}

type Unit = { setup: Setup; checklist: { id: string } };
type Wanted = Unit & { id: string; checklist: Pick<Checklist, 'id'>; self?: string };

/** An earlier assessment of the same unit by the same checklist; nothing where none was chosen. `self`: the one that it is chosen for. */
export async function checkOrigin(
  { assessments }: Store,
  { id, setup, checklist, self }: Wanted,
): Promise<Checked<{ origin?: string }>> {
  if (id === '') return { ok: true, value: {} };
  const found = (await assessments.find(id))?.assessment;
  if (!found) return refused('这份评价已不在，或文件已损坏', 'this assessment is gone or damaged');
  if (id === self) return refused('不能选这次评价自己', 'an assessment is not the earlier one of itself');
  return found.checklist.id === checklist.id && isOfUnit(found, { setup, checklist })
    ? { ok: true, value: { origin: id } }
    : refused('只能选同一单位、同一检查表的评价', 'choose an assessment of the same unit and checklist');
}

function isOfUnit(one: Unit, other: Unit): boolean {
  return isSameUnit([one, other].map(({ setup, checklist }) => ({ ...setup, checklist })));
}

function refused(zh: string, en: string): Checked<never> {
  return { ok: false, faults: [fault(['origin'], zh, en)] };
}
