import type { LevelChip } from '../report/report-level.ts';

/** A cell is words with a second voice under them, or a chip. `label` is the head of its column, for narrow screens. */
export type CompareCell = {
  label: string;
  value: string;
  note: string | null;
  classes: string;
  chip: LevelChip | null;
};
type CompareRow = { code: string | null; title: string; note: string | null; cells: CompareCell[] };
/** What `partials/compare/table.ejs` prints. */
export type CompareTable = { corner: string; heads: { label: string; classes: string }[]; rows: CompareRow[] };

export function numberCell(label: string, value: string, note: string | null = null): CompareCell {
  return { label, value, note, classes: 'number', chip: null };
}

export function chipCell(label: string, chip: LevelChip): CompareCell {
  return { label, value: '', note: null, classes: '', chip };
}
