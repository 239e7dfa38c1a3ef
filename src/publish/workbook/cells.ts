import type { Cell, CellStyle, CellValue, Row } from './sheet.ts';
import { type Languages, type SheetLanguage, say } from './workbook-wording.ts';

/** On every sheet with a table the heading stands in this row. */
export const headingRow = 4;

export function cell(value: CellValue | undefined, style: CellStyle): Cell {
  return { value: value ?? null, style };
}

export function formula(expression: string, result: string | number, style: CellStyle): Cell {
  return { value: { formula: expression, result }, style };
}

/** The rows above the heading: a title, and under it one line in each language. */
export function headRows(title: string, lead: (language: SheetLanguage) => string, languages: Languages): Row[] {
  const lines = languages.map(lead);
  return [
    { cells: [cell(title.replaceAll('\n', ' '), 'title')], height: 28 },
    ...[0, 1].map(index => ({ cells: lines[index] === undefined ? [] : [cell(lines[index], 'lead')] })),
  ];
}

/** A heading with the words `workbook.<sheet>.<column>`. */
export function headingCell(languages: Languages, key: string, style: CellStyle = 'heading'): Cell {
  return cell(
    say(languages, ({ t }) => t(`workbook.${key}`)),
    style,
  );
}
