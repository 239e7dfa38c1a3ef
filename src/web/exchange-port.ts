import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import type { Incoming } from '#assessment/incoming.ts';
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
  csv: (sheet: Sheet, wording: Wording) => string;
  /** What an uploaded file says, in whichever language it was made. Throws AppError `faulty-input` with its fault at `file`. */
  readAnswers: (
    bytes: Buffer,
    assessment: Assessment,
    known: { checklist: Checklist; wordings: readonly Wording[] },
  ) => Promise<Incoming>;
};
