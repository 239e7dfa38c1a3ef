import { keptEvidence, type TypedAnswer } from './typed-answer.ts';

/** The stored answer with both notes, and with the evidence that only the other has. */
export function joinTyped(stored: TypedAnswer, mine: TypedAnswer): TypedAnswer {
  const known = new Set(stored.evidence.map(({ id }) => id));
  const evidence = [...stored.evidence, ...keptEvidence(mine).filter(({ id }) => !known.has(id))];
  return {
    ...stored,
    note: joinTexts(stored.note.trim(), mine.note.trim()),
    evidence: evidence.map((record, index) => ({ ...record, key: `e${index}` })),
  };
}

function joinTexts(stored: string, mine: string): string {
  if (stored.includes(mine)) return stored;
  return mine.includes(stored) ? mine : `${stored}\n${mine}`;
}
