import { z } from 'zod';
import { textSchema } from '#shared/text.ts';
import { type UndefinedReason, undefinedReasons } from './counts.ts';
import type { HeatmapReport } from './heatmap-report.ts';
import type { MatrixReport } from './matrix-report.ts';

const lineSchema = z.strictObject({ id: z.string(), label: textSchema });
const shown = z.number().nullable();

/** A crossed lens as the export gives it: figures as shown, coverage a whole per cent. */
export const heatmapDocumentSchema = z.strictObject({
  id: z.string(),
  title: textSchema,
  rows: z.array(lineSchema),
  columns: z.array(lineSchema),
  cells: z.array(
    z.strictObject({
      ...{ row: z.string(), column: z.string() },
      ...{ score: shown, low: shown, high: shown, coverage: shown, supported: shown },
      ...{ scored: z.int(), open: z.int(), excluded: z.int() },
      undefinedFor: z.enum(undefinedReasons).nullable() satisfies z.ZodType<UndefinedReason | null>,
    }),
  ),
});

/** A matrix item as it was filled in; a cell that was left empty is null. */
export const matrixDocumentSchema = z.strictObject({
  item: z.string(),
  rows: z.array(lineSchema),
  columns: z.array(lineSchema),
  cellMax: z.int(),
  cells: z.array(z.strictObject({ row: z.string(), column: z.string(), value: z.int().nullable() })),
});

export function heatmapDocument({ id, title, rows, columns }: HeatmapReport): z.infer<typeof heatmapDocumentSchema> {
  return {
    ...{ id, title, columns },
    rows: rows.map(({ id, label }) => ({ id, label })),
    cells: rows.flatMap(row =>
      row.cells.map(({ column, figures, counts: { scored, open, excluded }, undefinedFor }) => ({
        ...{ row: row.id, column, ...figures, scored, open, excluded, undefinedFor },
      })),
    ),
  };
}

export function matrixDocument({ item, rows, columns, cellMax }: MatrixReport): z.infer<typeof matrixDocumentSchema> {
  return {
    ...{ item: item.id, columns, cellMax },
    rows: rows.map(({ id, label }) => ({ id, label })),
    cells: rows.flatMap(row =>
      columns.map(({ id }, index) => ({ row: row.id, column: id, value: row.cells[index] ?? null })),
    ),
  };
}
