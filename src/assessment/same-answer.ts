import type { Answer, AnswerValue } from './answer.ts';
import { contentOf, type Evidence } from './evidence.ts';

/** Whether two answers say the same; the order of records and of cells says nothing, nor does an id that one of them lacks. */
export function isSameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (!a || !b) return a === b;
  return partsOf(a) === partsOf(b) && hasSameRecords(a.evidence ?? [], b.evidence ?? []);
}

function partsOf({ answer, value, reason = '', note = '' }: Answer): string {
  return JSON.stringify([answer, cellsOf(value), reason, note]);
}

/** Rows without cells are no rows. */
function cellsOf(value: AnswerValue | undefined): unknown {
  if (typeof value !== 'object') return value;
  return Object.entries(value)
    .flatMap(([row, cells]) => Object.entries(cells).map(([column, cell]) => JSON.stringify([row, column, cell])))
    .sort();
}

function hasSameRecords(a: Evidence[], b: Evidence[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every(record => {
    const index = left.findIndex(other => isSameRecord(record, other));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

function isSameRecord(a: Evidence, b: Evidence): boolean {
  const differentIds = a.id !== undefined && b.id !== undefined && a.id !== b.id;
  return !differentIds && contentOf(a) === contentOf(b) && a.file?.sha256 === b.file?.sha256;
}
