import assert from 'node:assert/strict';
import { Workbook } from '@cj-tech-master/excelts';
import type { Cell, CellValue, Sheet } from '#publish/workbook/sheet.ts';

/** A file read back into plain sheets: values, and formulas with the results that are stored with them. Styles are not told. */
export async function readWorkbook(file: Buffer): Promise<Sheet[]> {
  const book = new Workbook();
  await book.xlsx.load(file);
  assert.ok(book.worksheets.length > 0);
  return book.worksheets.map(page => {
    const rows = Array.from({ length: page.rowCount }, (_, row) => ({
      cells: Array.from({ length: page.columnCount }, (_, column): Cell => {
        return { value: plainValue(page.getCell(row + 1, column + 1).value), style: 'text' };
      }),
    }));
    return {
      ...{ name: page.name, widths: [], rows, frozen: { rows: 0, columns: 0 } },
      ...{ orientation: 'landscape' as const, checks: [], colours: [] },
    };
  });
}

function plainValue(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) };
  assert.ok(typeof value === 'object' && 'formula' in value && typeof value.formula === 'string', String(value));
  const result = 'result' in value ? value.result : '';
  return { formula: value.formula, result: typeof result === 'number' ? result : String(result ?? '') };
}
