import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** For spreadsheets: with a byte order mark, and nothing that a user typed can start a formula. The first row is the heading. */
export function tableCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Left bare, a line break in a note would begin a row, and that row could begin with a formula.
    quoted_match: /[\r\n]/,
    cast: { number: value => ({ value: String(value), escape_formulas: false }) },
  });
}
