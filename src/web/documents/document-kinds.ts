import { type Language, languageSchema } from '#shared/text.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';

/** Files that are set page by page, which takes a moment: from the form of the report and, for programs, straight from their address. */
export const documentKinds = ['pdf', 'docx'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} satisfies Record<DocumentKind, string>;

/** Files for machines, beside the report; one line each. */
export const reportFiles = [
  { ending: 'xlsx', icon: 'file-spreadsheet', label: 'workbook.link' },
  { ending: 'csv', icon: 'file-spreadsheet', label: 'report.exports.csv' },
  { ending: 'json', icon: 'braces', label: 'report.exports.json' },
  { ending: 'zip', icon: 'archive', label: 'archive.link' },
] as const;

export const fileLanguages = [...languageSchema.options, 'both'] as const;
export type FileLanguage = (typeof fileLanguages)[number];

export function formatsOf(language: FileLanguage, { formats }: Site): Format[] {
  const languages: readonly Language[] = language === 'both' ? languageSchema.options : [language];
  return languages.map(one => formats[one]);
}
