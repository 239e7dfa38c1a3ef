import type { Answer } from './answer.ts';
import { differingCells, findCell, type MatrixItem } from './matrix-cells.ts';
import { isSameAnswer } from './same-answer.ts';

type Versions = { base: Answer | null; stored: Answer | null; mine: Answer | null };

/** A table that several departments filled in at once, joined cell by cell; undefined where they contradict each other or differ in more than cells. */
export function joinTables(item: MatrixItem, { base, stored, mine }: Versions): Answer | undefined {
  if (stored?.answer !== 'scored' || mine?.answer !== 'scored') return undefined;
  const before: Answer = base ?? { answer: 'scored' };
  if (before.answer !== 'scored' || !isSameAnswer(withValueOf(mine, before), before)) return undefined;
  const changed = differingCells(item, before.value, mine.value);
  const contradicts = changed.some(cell => {
    const now = findCell(stored.value, cell);
    return now !== cell.before && now !== cell.after;
  });
  if (contradicts) return undefined;
  const rows = new Map(
    Object.entries(typeof stored.value === 'object' ? stored.value : {}).map(([row, cells]) => [
      row,
      new Map(Object.entries(cells)),
    ]),
  );
  for (const { row, column, after } of changed) {
    const cells = rows.get(row) ?? new Map<string, number>();
    if (after === undefined) cells.delete(column);
    else cells.set(column, after);
    rows.set(row, cells);
  }
  const value = Object.fromEntries([...rows].map(([row, cells]) => [row, Object.fromEntries(cells)]));
  return { ...stored, value };
}

function withValueOf(answer: Answer, { value }: Answer): Answer {
  const { value: _value, ...rest } = answer;
  return value === undefined ? rest : { ...rest, value };
}
