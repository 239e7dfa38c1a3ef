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
export function otherRecords(id: string, { assessment, itemId }: ItemPlace): { item: string; record: Evidence }[] {
  return Object.entries(assessment.answers).flatMap(([item, { answer }]) =>
    item === itemId ? [] : (answer?.evidence ?? []).flatMap(record => (record.id === id ? [{ item, record }] : [])),
  );
}
