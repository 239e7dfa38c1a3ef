import type { Report } from '#report/report.ts';
import type { Language } from '#shared/text.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { PrepareDocument } from '../documents/prepare-document.ts';
import type { Format } from '../format.ts';
import type { OpenReport } from '../report/open-report.ts';
import type { Site } from '../site.ts';

/** What every part of an archive is made from: one state of one assessment. */
export type ArchiveContext = {
  site: Site;
  opened: OpenReport;
  report: Report;
  /** Of its workshops as they stand now. */
  minutes: readonly Minutes[];
  languages: readonly Language[];
  prepare: PrepareDocument;
  /** Aborted when nobody takes the archive any more. */
  signal: AbortSignal;
};

export function formatsOf({ site, languages }: ArchiveContext): Format[] {
  return languages.map(language => site.formats[language]);
}

/** `report.csv`, or with two languages `report.zh-CN.csv` and `report.en.csv`. */
export function pathIn(language: Language, path: string, { languages }: ArchiveContext): string {
  return languages.length === 1 ? path : path.replace(/(\.[a-z]+)$/, `.${language}$1`);
}
