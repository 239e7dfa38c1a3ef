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
export function headRows(title: string, lead: (language: SheetLanguage) => string, { languages, span }: Head): Row[] {
  const lines = languages.map(lead);
  return [
    { cells: [cell(title, 'title')], height: 28 },
    ...[0, 1].map(index => ({ cells: lines[index] === undefined ? [] : [leadCell(lines[index], span)] })),
  ];
}

/** `span`: over how many columns the lines are joined; without it they run on to the right. */
type Head = { languages: Languages; span?: number };

export function leadCell(text: string, span?: number): Cell {
  return span === undefined ? cell(text, 'lead') : { ...cell(text, 'lead-joined'), span };
}

/** A heading with the words `workbook.<sheet>.<column>`. */
export function headingCell(languages: Languages, key: string, style: CellStyle = 'heading'): Cell {
  return cell(
    say(languages, ({ t }) => t(`workbook.${key}`)),
    style,
  );
}
