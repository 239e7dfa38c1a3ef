import type { Assessment } from './assessment.ts';
import type { Evidence } from './evidence.ts';

/** Records as one item sees them. */
export type ItemPlace = { assessment: Pick<Assessment, 'answers'>; itemId: string };

/** What the item itself says comes first: older data may say different things under one id. */
export function storedRecord(id: string, place: ItemPlace): Evidence | undefined {
  return ownRecord(id, place) ?? otherRecords(id, place)[0]?.record;
}

export function ownRecord(
  id: string | undefined,
  { assessment: { answers }, itemId }: ItemPlace,
): Evidence | undefined {
  const own = Object.hasOwn(answers, itemId) ? answers[itemId]?.answer?.evidence : undefined;
  return own?.find(record => record.id === id);
}

/** The same record in the answers to other items. */
export function otherRecords(id: string, { assessment, itemId }: ItemPlace): Use[] {
  return (usesOf(assessment.answers).get(id) ?? []).filter(({ item }) => item !== itemId);
}

type Use = { item: string; record: Evidence };

/** A sheet and its reader ask for every record, and searching all answers each time takes seconds with thousands. Answers never change. */
const indexes = new WeakMap<Assessment['answers'], Map<string, Use[]>>();

function usesOf(answers: Assessment['answers']): Map<string, Use[]> {
  const known = indexes.get(answers);
  if (known) return known;
  const index = new Map<string, Use[]>();
  for (const [item, { answer }] of Object.entries(answers))
    for (const record of answer?.evidence ?? []) {
      if (record.id === undefined) continue;
      const uses = index.get(record.id);
      if (uses) uses.push({ item, record });
      else index.set(record.id, [{ item, record }]);
    }
  indexes.set(answers, index);
  return index;
}
