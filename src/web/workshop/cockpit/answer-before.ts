import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { type OpenAssessment, openAssessment } from '../../assessment/open-assessment.ts';
import type { Site } from '../../site.ts';

export type AnswerBefore = { answer: Answer; open: OpenAssessment };

/** What the same city answered in its assessment before; undefined without one, or where the question was another. */
export async function findAnswerBefore(
  site: Site,
  open: OpenAssessment,
  itemId: string,
): Promise<AnswerBefore | undefined> {
  const [newest] = site.assessments
    .summaries()
    .filter(other => isBefore(other, open.assessment))
    .toSorted((a, b) => (a.setup.referenceDate < b.setup.referenceDate ? 1 : -1));
  if (!newest) return undefined;
  const before = await openAssessment(site, newest.id);
  const answer = findAnswer(before.assessment, itemId);
  const isSame = findItem(before.checklist, itemId)?.meaning === findItem(open.checklist, itemId)?.meaning;
  return answer && isSame ? { answer, open: before } : undefined;
}

function isBefore(
  other: Pick<Assessment, 'id' | 'checklist' | 'setup'>,
  { id, checklist, setup }: Assessment,
): boolean {
  const isSameCity = setup.unitCode ? other.setup.unitCode === setup.unitCode : other.setup.city === setup.city;
  return (
    other.id !== id &&
    isSameCity &&
    other.checklist.id === checklist.id &&
    other.setup.referenceDate < setup.referenceDate
  );
}
