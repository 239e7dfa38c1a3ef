import type { Assessment } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { OpenAssessment } from '#web/assessment/open-assessment.ts';

/** An assessment as presenters get it, at its first change. */
export function buildOpen(assessment: Assessment, checklist: Checklist): OpenAssessment {
  return {
    ...{ assessment, seq: 1, head: '', checklist, wholeChecklist: checklist },
    workshopTitle: () => undefined,
    assessmentTitle: () => undefined,
    versionOf: () => undefined,
    otherVersions: () => [],
  };
}
