import { type CellPlace, cellPlaces } from '#assessment/matrix-cells.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { cellKey, type TypedAnswer } from './typed-answer.ts';
import { wholeNumber } from './whole-number.ts';

type Cells = TypedAnswer['cells'];

/** The filled cells by row and column, as a matrix answer has them; what is no number stays as typed. */
export function typedMatrix(
  { cells }: Pick<TypedAnswer, 'cells'>,
  item: Item,
): Record<string, Record<string, unknown>> {
  const rows = new Map<string, Record<string, unknown>>();
  for (const place of placesOf(item)) {
    const cell = plain(cells, place);
    if (cell !== '') rows.set(place.row, { ...rows.get(place.row), [place.column]: wholeNumber(cell) });
  }
  return Object.fromEntries(rows);
}

/** Every cell that holds something other than a whole number; whether the number is allowed is the item's own check. */
export function faultyCells({ cells }: TypedAnswer, item: Item): Fault[] {
  return placesOf(item)
    .filter(place => !/^(-?\d{1,9})?$/.test(plain(cells, place)))
    .map(({ row, column }) => fault(['value', row, column], '须为整数', 'must be a whole number'));
}

function placesOf(item: Item): CellPlace[] {
  return item.kind === 'matrix' ? cellPlaces(item) : [];
}

/** Full-width digits come from Chinese keyboards. */
function plain(cells: Cells, place: CellPlace): string {
  return (cells[cellKey(place)] ?? '').normalize('NFKC').trim();
}
