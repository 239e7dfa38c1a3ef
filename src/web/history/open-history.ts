import type { AssessmentChange } from '#assessment/assessment.ts';
import type { KeptChange, Trail } from '#assessment/assessment-store.ts';
import { AppError } from '#shared/app-error.ts';
import {
  assessmentTitleIn,
  checklistOf,
  type OpenAssessment,
  openAssessment,
  otherVersionsIn,
  versionIn,
  workshopTitleIn,
} from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';

export type OpenHistory = {
  open: OpenAssessment;
  entries: KeptChange<AssessmentChange>[];
  trail: Trail;
  /** Its files are damaged: it is not open for anything else. */
  isSetAside: boolean;
};

/** Of a damaged assessment too, as far as it can be read. Throws AppError `not-found`, `set-aside` or `storage-failed`. */
export async function openHistory(site: Site, id: string): Promise<OpenHistory> {
  const damaged = openSetAside(site, id);
  const open = damaged ?? (await openAssessment(site, id));
  return { open, isSetAside: damaged !== undefined, ...(await site.assessments.history(id)) };
}

function openSetAside(site: Site, id: string): OpenAssessment | undefined {
  const { assessments, checklists } = site;
  const aside = assessments.setAside().find(one => one.id === id);
  if (!aside) return undefined;
  const { assessment, seq } = aside;
  if (!assessment) throw new AppError('set-aside');
  try {
    const checklist = checklistOf(checklists.getPinned(assessment.checklist), assessment);
    return {
      assessment,
      seq,
      head: '',
      ...checklist,
      workshopTitle: workshopTitleIn(site),
      assessmentTitle: assessmentTitleIn(site),
      versionOf: versionIn(site),
      otherVersions: otherVersionsIn(site, assessment),
    };
  } catch (cause) {
    // What is damaged may be the copy of its checklist.
    throw new AppError('set-aside', [], { cause });
  }
}
