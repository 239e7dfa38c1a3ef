import type { Logger } from 'pino';
import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { Report } from '#report/report.ts';
import type { Language } from '#shared/text.ts';
import type { Format } from './format.ts';
import type { Words } from './words.ts';

/** What the HTTP side needs from the rest; `main.ts` and the tests put it together. */
export type AppDependencies = {
  checklists: ChecklistStore;
  assessments: AssessmentStore<AssessmentSummary>;
  /** The files of evidence; new ones are taken only where `uploads` says so. */
  files: EvidenceFileStore;
  uploads: boolean;
  /** The start token of local mode. */
  localToken: string;
  baseUrl: string | undefined;
  defaultLanguage: Language;
  timeZone: string;
  words: Words;
  /** Writers of files; the words go in because files are worded as pages are. */
  exports: { csv: (report: Report, wording: Pick<Format, 'language' | 't' | 'minute'>) => string };
  log: Logger;
  now: () => Date;
  newId: () => string;
};
