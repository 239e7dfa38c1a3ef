import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { methodPart } from './report-method.ts';
import { scopePart } from './report-scope.ts';
import { findingsOf, findingWords, gradeWords } from './report-words.ts';

/** What a report says in sentences, for files that are written elsewhere. */
export function reportTexts(report: Report, format: Format) {
  const { city, period } = report.assessment.setup;
  const words = (part: string) => findingsOf(report, part).map(finding => findingWords(finding, report, format));
  const grade = (id: string | null) =>
    id === null ? format.t('report.figure.no-grade') : gradeWords(id, report, format);
  return {
    title: format.t('report.title', { city, period }),
    grade: grade(report.result.claimed.grade),
    supportedGrade: grade(report.result.supported.grade),
    headline: words('headline').join(''),
    reasons: words('grade'),
    facts: scopePart(report, format).facts.map(({ label, value }) => ({ label, value })),
    method: methodPart(report, format),
  };
}

/** A language for the writers of files: its words, and what the report says in it. */
export function exportLanguage(report: Report, format: Format) {
  const { language, t, text, list, minute } = format;
  return { language, t, text, list, minute, report: reportTexts(report, format) };
}
export type ExportLanguage = ReturnType<typeof exportLanguage>;
