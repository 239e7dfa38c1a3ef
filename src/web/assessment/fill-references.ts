import { type ItemPlace, storedRecord } from '#assessment/evidence-of-items.ts';
import { type TypedAnswer, type TypedEvidence, typedEvidence } from './typed-answer.ts';

/** The fields of one item, with what the register says at present in the records that the form only refers to. */
export function fillReferences(typed: TypedAnswer, place: ItemPlace): TypedAnswer {
  return { ...typed, evidence: typed.evidence.map(record => (record.ref ? filled(record, place) : record)) };
}

function filled(record: TypedEvidence, place: ItemPlace): TypedEvidence {
  const { id, key, remove } = record;
  const stored = storedRecord(id, place);
  return stored ? { ...typedEvidence(stored, key), id, remove, ref: true } : record;
}
