import type { Readable } from 'node:stream';
import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import type { Stored } from '#assessment/assessment-store.ts';
import type { EvidenceFile } from '#assessment/evidence-file.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { Incoming } from '#assessment/incoming.ts';
import type { KeptMilestone } from '#assessment/milestone.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Format } from './format.ts';

/** Words go in because files are worded as pages are. */
type Wording = Pick<Format, 'language' | 't' | 'text' | 'minute' | 'day' | 'list'>;

/** Whom a sheet is for: one department, those items that nobody leads, or everybody. */
export type SheetFor = { department: string } | 'nobody' | 'everybody';

type Sheet = { assessment: Assessment; checklist: Checklist; packFor: SheetFor };

/** Files that go out, are filled in elsewhere and come back. */
export type Exchange = {
  /** A workbook; `last` are answers of the year before, by item. */
  workbook: (
    sheet: Sheet & { exportedAt: string; last: ReadonlyMap<string, Answer> },
    wording: Wording,
  ) => Promise<Uint8Array>;
  csv: (sheet: Sheet, wording: Wording) => Promise<string>;
  /** What an uploaded file says, in whichever language it was made. Throws AppError `faulty-input` with its fault at `file`. */
  readAnswers: (
    bytes: Buffer,
    assessment: Assessment,
    known: { checklist: Checklist; wordings: readonly Wording[] },
  ) => Promise<Incoming>;
  /** An assessment as one file, streamed. */
  writePackage: (parts: {
    stored: Stored;
    checklist: Checklist;
    journal: Uint8Array;
    files: Pick<EvidenceFileStore, 'read' | 'stateOf'>;
    milestones: readonly PackedMilestone[];
    minutes: readonly PackedMinutes[];
    missingMinutes: readonly string[];
    exportedAt: string;
  }) => Promise<Readable>;
  /** Opens such a file from the disk; its trail is not checked yet. Throws AppError `faulty-input` with its fault at `file`. */
  openPackage: (path: string) => Promise<OpenPackage>;
};

/** `content` is undefined where the file is not what was kept; asked twice. */
export type PackedMilestone = { entry: KeptMilestone; content: () => Promise<string | undefined> };
export type PackedMinutes = { workshop: string; title: string; content: string };

export type OpenPackage = {
  /** `seq` and `head`: the end of the trail at the export. */
  manifest: {
    seq: number;
    head: string;
    files: (EvidenceFile & { isMissing: boolean })[];
    milestones: { id: string; name: string; sha256: string; isMissing: boolean }[];
    minutes: { workshop: string; title: string; sha256: string }[];
  };
  journal: Uint8Array;
  checklist: Checklist;
  /** Undefined where the package does not hold it. */
  file: (sha256: string) => Promise<Readable | undefined>;
  /** Bytes that are compared with nothing yet; undefined where the package does not hold them. */
  milestone: (id: string) => Promise<Buffer | undefined>;
  minutes: (sha256: string) => Promise<Buffer | undefined>;
  close: () => void;
};
