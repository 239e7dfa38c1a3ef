import type { AnswerValue } from '#assessment/answer.ts';
import { isUnscoredTable } from '#assessment/matrix-cells.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Text } from '#shared/text.ts';
import type { HeatLine } from './heatmap-report.ts';
import type { ItemReport } from './item-report.ts';

/** A matrix item as it was filled in. A cell that was left empty is null: it counts 0 and is shown apart from a 0 that somebody entered. */
export type MatrixReport = {
  item: ItemReport;
  columns: HeatLine[];
  rows: (HeatLine & { cells: (number | null)[]; filled: number })[];
  cellMax: number;
  /** What each value from 0 to `cellMax` means, where the checklist says it. */
  meanings: Text[];
  filled: number;
  total: number;
  movesScore: boolean;
};

/** Those that the profile of the city leaves out are not shown. */
export function matrixReports(items: ItemReport[]): MatrixReport[] {
  return items.flatMap(report =>
    report.item.kind === 'matrix' && report.state !== 'excluded-by-fact' ? [matrixReport(report, report.item)] : [],
  );
}

function matrixReport(report: ItemReport, item: Extract<Item, { kind: 'matrix' }>): MatrixReport {
  const { columns, cellMax, cells: meanings = [] } = item;
  const rows = item.rows.map(row => {
    const cells = columns.map(column => cellOf(report.answer?.value, row.id, column.id));
    return { ...row, cells, filled: cells.filter(cell => cell !== null).length };
  });
  const filled = rows.reduce((sum, row) => sum + row.filled, 0);
  const movesScore = !isUnscoredTable(item);
  return { item: report, columns, rows, cellMax, meanings, filled, total: rows.length * columns.length, movesScore };
}

function cellOf(value: AnswerValue | undefined, row: string, column: string): number | null {
  return typeof value === 'object' ? (ownValue(ownValue(value, row) ?? {}, column) ?? null) : null;
}

/** A row may be called "constructor". */
function ownValue<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The step from 0 to 5 in whose colour a cell's value is shown. */
export function matrixStepOf(value: number, cellMax: number): number {
  return Math.round((5 * value) / cellMax);
}

/** The words for a cell that was not filled in: what it counts. */
export function unfilledKey(movesScore: boolean): 'matrix.unfilled.key' | 'matrix.unfilled.key.unscored' {
  return movesScore ? 'matrix.unfilled.key' : 'matrix.unfilled.key.unscored';
}
