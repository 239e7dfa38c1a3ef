import type { Logger } from 'pino';
import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { ChecklistDocuments } from '#checklist/checklist-documents.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import type { DraftStore } from '#checklist/draft-store.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { Report } from '#report/report.ts';
import type { Language } from '#shared/text.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import type { Format } from './format.ts';
import type { LanServer } from './lan/lan-server.ts';
import type { Words } from './words.ts';
import type { LiveRooms } from './workshop/live/live-rooms.ts';
import type { OpinionApplier } from './workshop/opinion-applier.ts';

/** What the HTTP side needs from the rest; `main.ts` and the tests put it together. */
export type AppDependencies = {
  checklists: ChecklistStore;
  /** The checklists that the city is writing. */
  drafts: DraftStore;
  /** Checklists as documents to take along and to bring in. */
  checklistDocuments: ChecklistDocuments;
  assessments: AssessmentStore<AssessmentSummary>;
  /** The files of evidence; new ones are taken only where `uploads` says so. */
  files: EvidenceFileStore;
  uploads: boolean;
  workshops: WorkshopStore;
  live: LiveRooms;
  opinions: OpinionApplier;
  lan: LanServer;
  /** Suggested for `lan`. */
  lanPort: number;
  /** The start token of local mode. */
  localToken: string;
  baseUrl: string | undefined;
  defaultLanguage: Language;
  timeZone: string;
  words: Words;
  /** Writers of files; the words go in because files are worded as pages are. */
  exports: {
    csv: (report: Report, wording: Pick<Format, 'language' | 't' | 'minute'>) => string;
    /** Rows of words and numbers, the first one the heading. */
    tableCsv: (rows: (string | number | null)[][]) => string;
    charts: ChartWriters;
  };
  log: Logger;
  now: () => Date;
  newId: () => string;
};

/** Draws the charts of `report/chart-names.ts`; undefined for any other name. */
export type ChartWriters = {
  /** Markup for a page that has the styles of this site. */
  onPage: (report: Report, chart: string, wording: ChartWording) => string | undefined;
  svg: (report: Report, chart: string, wording: ChartWording) => string | undefined;
  png: (report: Report, chart: string, wording: ChartWording) => Promise<Buffer | undefined>;
};
type ChartWording = Pick<Format, 't' | 'text' | 'score' | 'day' | 'list'>;
