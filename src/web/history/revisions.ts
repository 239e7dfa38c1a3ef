import type { Answer } from '#assessment/answer.ts';
import type { HistoryEntry } from '#assessment/history.ts';
import { findRecord } from '#assessment/record-answer.ts';

/** The answer to an item as one change left it; null after clearing. */
export type Revision = { rev: number; by: string; at: string; answer: Answer | null };

/** Oldest first. */
export function revisionsOf(itemId: string, changes: readonly HistoryEntry[]): Revision[] {
  return changes.flatMap(({ change: { by, at }, after }) => {
    const record = findRecord(after, itemId);
    return record ? [{ rev: record.rev, by, at, answer: record.answer }] : [];
  });
}
