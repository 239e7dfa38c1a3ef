import type { Cell, Worksheet } from '@cj-tech-master/excelts';

const colours = {
  head: 'FF1F5C66',
  area: 'FFE3EEF0',
  locked: 'FFF5F6F7',
  input: 'FFFFFBE6',
  line: 'FFC9D1D6',
  quiet: 'FF55606A',
};
const font = { name: '微软雅黑', size: 10 };
const thin = { style: 'thin', color: { argb: colours.line } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

/** A cell that is read, not filled in. */
export function styleLocked(cell: Cell): void {
  cell.font = font;
  cell.border = border;
  cell.fill = fill(colours.locked);
  cell.alignment = { vertical: 'top', wrapText: true };
}

/** A cell to be filled in; texts keep what is typed, so that "=1" stays a text. */
export function styleInput(cell: Cell, as: 'text' | 'number' | 'date'): void {
  cell.font = font;
  cell.border = border;
  cell.fill = fill(colours.input);
  cell.alignment = { vertical: 'top', wrapText: as === 'text', horizontal: as === 'text' ? 'left' : 'right' };
  cell.protection = { locked: false };
  if (as !== 'number') cell.numFmt = as === 'text' ? '@' : 'yyyy-mm-dd';
}

export function styleHead(cell: Cell): void {
  cell.font = { ...font, bold: true, color: { argb: 'FFFFFFFF' } };
  cell.border = border;
  cell.fill = fill(colours.head);
  cell.alignment = { vertical: 'middle', wrapText: true };
}

export function styleArea(cell: Cell): void {
  cell.font = { ...font, bold: true, size: 11 };
  cell.fill = fill(colours.area);
  cell.alignment = { vertical: 'middle' };
}

export function styleTitle(cell: Cell): void {
  cell.font = { ...font, bold: true, size: 14 };
  cell.alignment = { vertical: 'middle', wrapText: true };
}

export function styleText(cell: Cell, weight: 'bold' | 'plain' = 'plain'): void {
  cell.font = { ...font, bold: weight === 'bold' };
  cell.alignment = { vertical: 'top', wrapText: true };
}

/** Title in bold with the question below it. */
export function titleAndText(title: string, text: string) {
  const rest = text === '' ? [] : [{ font: { ...font, color: { argb: colours.quiet } }, text: `\n${text}` }];
  return { richText: [{ font: { ...font, bold: true }, text: title }, ...rest] };
}

/** Without a password: it keeps people from slipping, not from anything else. */
export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}

/** On A3, as wide as the paper, its heads on every page. */
export function printable(sheet: Worksheet, { headRow, header }: { headRow: number; header: string }): void {
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 8, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...{ printTitlesRow: `${headRow}:${headRow}` },
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddHeader = `&L${header.replaceAll('&', '&&')}&R&A`;
  sheet.headerFooter.oddFooter = '&C&P / &N';
}
