import type { Workbook } from '@cj-tech-master/excelts';
import { findCell, type MatrixItem } from '#assessment/matrix-cells.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { cellText } from '#shared/cell-text.ts';
import type { SheetParts } from './answers-sheet.ts';
import type { PackContent } from './pack-content.ts';
import { columnName, marks, rowKey } from './pack-format.ts';
import { printable, protect, styleHead, styleInput, styleLocked, styleText, styleTitle } from './pack-style.ts';
import { rowHeight } from './row-height.ts';
import type { Wording } from './wording.ts';

const headRow = 6;

/** A table as a grid. Rows of others are left out where a department has only its own to fill in. */
export async function addTableSheet(
  workbook: Workbook,
  name: string,
  { table, parts }: { table: PackContent['tables'][number]; parts: SheetParts },
): Promise<void> {
  const { assessment, wording, addList } = parts;
  const { t, text } = wording;
  const { item, rowIds, rowsOnly } = table;
  const record = findRecord(assessment, item.id);
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: headRow }] });
  sheet.getRow(1).hidden = true;
  sheet.getColumn(1).hidden = true;
  sheet.getColumn(2).width = 26;
  const names = [
    ...[marks.table, rowKey(assessment.id, item.id), ...item.columns.map(({ id }) => columnName(id))],
    ...[`rev:${record?.rev ?? 0}`, rowsOnly ? 'rows' : 'whole'],
  ];
  for (const [index, machineName] of names.entries()) sheet.getCell(1, index + 1).value = machineName;
  const wide = Math.max(5, Math.min(item.columns.length, 8)) + 2;
  for (const [index, content] of textsOf(item, wording).entries()) {
    const cell = sheet.getCell(2 + index, 2);
    cell.value = cellText(content);
    if (index === 0) styleTitle(cell);
    else styleText(cell, index === 1 ? 'bold' : 'plain');
    sheet.mergeCells(2 + index, 2, 2 + index, wide);
    // Merged cells do not make a row grow.
    sheet.getRow(2 + index).height = index === 0 ? 26 : rowHeight([{ text: content, width: 26 + (wide - 2) * 14 }]);
  }
  styleHead(sheet.getCell(headRow, 2));
  sheet.getCell(headRow, 2).value = t('matrix.row');
  const points = addList(
    Array.from({ length: item.cellMax + 1 }, (_, value) => String(value)),
    'only-these',
  );
  for (const [index, column] of item.columns.entries()) {
    sheet.getColumn(index + 3).width = 14;
    sheet.getCell(headRow, index + 3).value = cellText(text(column.label));
    styleHead(sheet.getCell(headRow, index + 3));
  }
  let row = headRow;
  for (const line of item.rows.filter(({ id }) => rowIds.includes(id))) {
    row += 1;
    sheet.getCell(row, 1).value = line.id;
    sheet.getCell(row, 2).value = cellText(text(line.label));
    styleLocked(sheet.getCell(row, 2));
    for (const [index, column] of item.columns.entries()) {
      const cell = sheet.getCell(row, index + 3);
      styleInput(cell, 'number');
      cell.dataValidation = points;
      cell.value = findCell(record?.answer?.value, { row: line.id, column: column.id }) ?? null;
    }
  }
  printable(sheet, { headRow, header: t('pack.header', { secrets: t('site.no-secrets') }) });
  await protect(sheet);
}

/** Title, question, what the numbers mean, how to check. */
function textsOf(item: MatrixItem, { t, text }: Wording): string[] {
  return [
    t('area.item', { code: item.code, title: text(item.title) }),
    item.question ? text(item.question) : '',
    (item.cells ?? []).map((cell, points) => t('pack.cell', { points, text: text(cell) })).join('\n'),
    item.guidance ? text(item.guidance) : '',
  ];
}
