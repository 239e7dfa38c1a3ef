import { cell } from './cells.ts';
import type { Book } from './open-book.ts';
import type { Row, Sheet } from './sheet.ts';
import { sayInLine } from './workbook-wording.ts';

/** Several, joined for the text: a single wide column would not be made to fit the page. */
const widths = [22, 22, 22, 20];

/** How the numbers come about, and how this file calculates them again. */
export function methodSheet({ languages, names }: Book): Sheet {
  const paragraphs = languages.flatMap(({ t, report }): Row[] => [
    { cells: [cell(t('workbook.method.report'), 'section')], height: 24 },
    ...report.method.map(text => paragraph(text)),
    { cells: [cell(t('workbook.method.file'), 'section')], height: 24 },
    ...t('workbook.method.paragraphs')
      .split('\n')
      .map(text => paragraph(text)),
  ]);
  const title = sayInLine(languages, ({ t }) => t('workbook.method.title'));
  return {
    name: names.method,
    widths,
    rows: [{ cells: [cell(title, 'title')], height: 28 }, ...paragraphs],
    frozen: { rows: 1, columns: 0 },
    orientation: 'portrait',
    checks: [],
    colours: [],
  };
}

function paragraph(text: string): Row {
  return { cells: [{ ...cell(text, 'text'), span: widths.length }] };
}
