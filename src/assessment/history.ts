import { applyChange } from './apply-change.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { KeptChange } from './assessment-store.ts';

/** A change with the assessment before and after it, as far as the change is about it: its item's answer, or everything but answers. */
export type HistoryEntry = KeptChange<AssessmentChange> & { before: Assessment | undefined; after: Assessment };

/** The item that a change is about; undefined where it is about the whole assessment. */
export function itemOfChange(change: AssessmentChange): string | undefined {
  return 'item' in change ? change.item : undefined;
}

/** Gives the wanted ones of all changes, oldest first. Each item is folded by itself: what a page of a long history shows stays cheap. */
export function* historyEntries(
  all: readonly KeptChange<AssessmentChange>[],
  wanted: readonly KeptChange<AssessmentChange>[],
): Generator<HistoryEntry> {
  const items = new Set(wanted.map(({ change }) => itemOfChange(change)));
  const seqs = new Set(wanted.map(({ seq }) => seq));
  const folds = new Map<string | undefined, Assessment>();
  for (const kept of all) {
    const item = itemOfChange(kept.change);
    if (item !== undefined && !items.has(item)) continue;
    // The first answer to an item follows on the assessment without answers.
    const before = folds.get(item) ?? folds.get(undefined);
    const after = applyChange(before, kept.change);
    folds.set(item, after);
    if (seqs.has(kept.seq)) yield { ...kept, before, after };
  }
}
