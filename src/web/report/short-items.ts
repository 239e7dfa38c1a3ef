import { answersOf } from '#assessment/record-answer.ts';
import { scoreDetails } from '#scoring/score.ts';
import { shortOfEvidence } from '#scoring/short-of-evidence.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';

/** Ids of the items that claim more than their evidence carries. */
export function shortItems({ assessment, checklist }: OpenAssessment): Set<string> {
  const { referenceDate, profile } = assessment.setup;
  return shortOfEvidence(scoreDetails({ checklist, answers: answersOf(assessment), referenceDate, profile }).items);
}
