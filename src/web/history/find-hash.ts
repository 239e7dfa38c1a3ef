import type { AssessmentChange } from '#assessment/assessment.ts';
import type { KeptChange } from '#assessment/assessment-store.ts';

/** What became of looking for a hash: `malformed` is no hash, `missing` is no change's. */
export type HashSearch = { typed: string; found: 'malformed' | 'missing' | KeptChange<AssessmentChange> };

/** A hash from a report, or its first twelve digits or more. Undefined where none was typed. */
export function findHash(query: unknown, entries: readonly KeptChange<AssessmentChange>[]): HashSearch | undefined {
  const typed = Array.isArray(query) ? query.join(' + ') : query;
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  // Copied out of a document it may be broken over lines.
  const hash = typed.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{12,64}$/.test(hash)) return { typed, found: 'malformed' };
  return { typed, found: entries.find(({ head }) => head.startsWith(hash)) ?? 'missing' };
}
