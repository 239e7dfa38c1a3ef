import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** The workbook as somebody saves it after these changes. */
export async function editWorkbook(bytes: Buffer, edit: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  edit(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cell of an item's row, by the machine name of its column; `nth` of several rows. */
export function cellOf(sheet: Worksheet, key: string, { column, nth = 0 }: { column: string; nth?: number }) {
  const names = [...Array(sheet.columnCount).keys()].map(index => sheet.getCell(1, index + 1).value);
  const rows = [...Array(sheet.rowCount).keys()].filter(index => sheet.getCell(index + 1, 1).value === key);
  return sheet.getCell((rows[nth] ?? -1) + 1, names.indexOf(column) + 1);
}
