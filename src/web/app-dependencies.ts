import type { Writable } from 'node:stream';
import type { Logger } from 'pino';
import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { ChecklistDocuments } from '#checklist/checklist-documents.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import type { DraftStore } from '#checklist/draft-store.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { DocumentRenderer } from '#report/document-renderer.ts';
import type { LineUp } from '#report/line-up.ts';
import type { MilestoneStore } from '#report/milestone-store.ts';
import type { Report } from '#report/report.ts';
import type { Language } from '#shared/text.ts';
import type { MinutesStore } from '#workshop/minutes-store.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import type { Exchange } from './exchange-port.ts';
import type { Format } from './format.ts';
import type { LanServer } from './lan/lan-server.ts';
import type { ExportLanguage } from './report/report-texts.ts';
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
  milestones: MilestoneStore;
  workshops: WorkshopStore;
  /** Of workshops that were held with another installation. */
  broughtMinutes: MinutesStore;
  live: LiveRooms;
  opinions: OpinionApplier;
  lan: LanServer;
  /** Suggested for `lan`. */
  lanPort: number;
  /** The start token of local mode. */
  localToken: string;
  /** Of this program. */
  programVersion: string;
  baseUrl: string | undefined;
  defaultLanguage: Language;
  timeZone: string;
  words: Words;
  /** Writers of files; the words go in because files are worded as pages are. */
  exports: {
    csv: (report: Report, wording: Pick<Format, 'language' | 't' | 'minute'>) => string;
    /** Rows of words and numbers, the first one the heading. */
    tableCsv: (rows: (string | number | null)[][]) => string;
    charts: () => Promise<ChartWriters>;
    xlsx: (report: Report, languages: ExportLanguage[]) => Promise<Buffer>;
    /** Rejects when `sink` closes before the end. */
    archive: (archive: Archive, sink: Writable) => Promise<void>;
    trend: () => Promise<TrendWriters>;
    /** One a format of `documents/document-kinds.ts`. */
    documents: Record<'pdf' | 'docx', DocumentRenderer>;
  };
  /** Files that go out and come back. */
  exchange: Exchange;
  /** The document that describes `/api/v1`. */
  describeApi: () => Promise<object>;
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

/** Draws several assessments side by side. */
type TrendWriters = {
  onPage: (lineUp: LineUp, wording: ChartWording) => string;
  svg: (lineUp: LineUp, wording: ChartWording) => string;
  png: (lineUp: LineUp, wording: ChartWording) => Promise<Buffer>;
};
type ChartWording = Pick<Format, 't' | 'text' | 'score' | 'day' | 'list'>;

/** Files that go out together; what the writer must be told and what it tells. */
type Archive = {
  parts: Iterable<ArchivePart>;
  /** Lists of contents, each made from what stands in the archive by then. */
  closing: readonly ((contents: ArchiveContents) => ArchivePart)[];
  at: Date;
  reasonOf: (error: unknown, path: string) => string | undefined;
};
export type ArchivePart = {
  path: string;
  kind: string;
  content: () => Promise<Uint8Array | string>;
  isPacked?: boolean;
};
export type ArchiveContents = {
  written: { path: string; kind: string; size: number; sha256: string }[];
  failed: { path: string; kind: string; reason: string }[];
};
