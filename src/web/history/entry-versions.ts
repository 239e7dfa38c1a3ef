import type { HistoryEntry } from '#assessment/history.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { AssessmentTitle, OpenAssessment } from '../assessment/open-assessment.ts';

/** The checklist that a change left behind, and the one that it found; what another assessment is called that it names. */
export type EntryVersions = { checklist: Checklist; earlier: Checklist; assessmentTitle: AssessmentTitle };

/** What was said by an older version is shown by it. */
export function entryVersions({ before, after }: HistoryEntry, open: OpenAssessment): EntryVersions {
  const versionOf = ({ checklist }: HistoryEntry['after']) =>
    checklist.sha256 === open.assessment.checklist.sha256
      ? open.wholeChecklist
      : (open.versionOf(checklist) ?? open.wholeChecklist);
  const checklist = versionOf(after);
  return {
    ...{ checklist, earlier: before ? versionOf(before) : checklist },
    assessmentTitle: open.assessmentTitle,
  };
}

export function findItemOfEntry({ checklist, earlier }: EntryVersions, itemId: string): Item | undefined {
  return findItem(checklist, itemId) ?? findItem(earlier, itemId);
}
