import type { Report } from '#report/report.ts';
import { actionSheet } from './action-sheet.ts';
import { areaSheet } from './area-sheet.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { heatmapSheet } from './heatmap-sheet.ts';
import { lensSheet } from './lens-sheet.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { methodSheet } from './method-sheet.ts';
import { type Book, openBook } from './open-book.ts';
import { scoreSheet } from './score-sheet.ts';
import type { Sheet } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { type Languages, say, sayInLine } from './workbook-wording.ts';
import { writeWorkbook } from './write-workbook.ts';

/** In their order; a sheet that has nothing to show for a report is left out. */
const sheetWriters: ((book: Book) => Sheet | undefined)[] = [
  ...[summarySheet, scoreSheet, areaSheet, lensSheet, heatmapSheet, matrixSheet],
  ...[actionSheet, evidenceSheet, methodSheet],
];

/** A report as a spreadsheet that calculates: XLSX. */
export function reportWorkbook(report: Report, languages: Languages): Promise<Buffer> {
  return writeWorkbook({
    title: sayInLine(languages, ({ report }) => report.title),
    sheets: reportSheets(report, languages),
    cutAt: length => say(languages, ({ t }) => t('workbook.cut', { length })),
    at: new Date(report.generatedAt),
  });
}

/** The same before it is a file. */
export function reportSheets(report: Report, languages: Languages): Sheet[] {
  const book = openBook(report, languages);
  return sheetWriters.flatMap(write => write(book) ?? []);
}
