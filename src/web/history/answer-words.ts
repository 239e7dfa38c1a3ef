import type { Assessment } from '#assessment/assessment.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { answerChanges } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';
import type { ChangeWords } from './change-words.ts';

export type ItemVersions = { itemId: string; before: Assessment | undefined; after: Assessment };

/** What became of the answer to one item. */
export function answerWords(
  { itemId, before, after }: ItemVersions,
  checklist: Checklist,
  format: Format,
): ChangeWords {
  const item = findItem(checklist, itemId);
  const was = before && findRecord(before, itemId);
  const is = findRecord(after, itemId);
  const versions = { before: was?.answer ?? null, after: is?.answer ?? null };
  const changes = item ? answerChanges({ ...versions, item, checklist }, format) : [];
  return { what: whatHappened({ isFirst: !was, isCleared: versions.after === null, changes }, format), changes };
}

type Step = { isFirst: boolean; isCleared: boolean; changes: ChangeWords['changes'] };

function whatHappened({ isFirst, isCleared, changes }: Step, { t }: Format): string {
  if (isCleared) return t('history.cleared');
  if (isFirst) return t('history.first');
  return changes.length === 0 ? t('history.same') : t('history.answered');
}
