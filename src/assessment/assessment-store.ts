import type { Decision } from '#shared/decision.ts';
import type { Text } from '#shared/text.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';

/** The end of the trail: how many changes there are, and the hash of the last one's line. */
export type TrailHead = { seq: number; head: string };

/** A change as it stands in the trail. */
export type KeptChange<Change> = TrailHead & { change: Change };

/** An assessment with the end of the trail it is made of. */
export type Stored = { assessment: Assessment } & TrailHead;

/** An assessment whose files are damaged: shown as far as it could be read, never written. */
export type SetAside = { id: string; reason: Required<Text>; assessment?: Assessment | undefined; seq: number };

/** Whether every change still follows from the one before; `seq` is the last that does, `head` its hash. */
export type Trail = ({ ok: true } & TrailHead) | { ok: false; seq: number; reason: Required<Text> };

/** A journal that came from elsewhere: what it says and every change, or the first line that does not follow and why. */
export type ForeignJournal =
  | ({ ok: true; assessment: Assessment; entries: KeptChange<AssessmentChange>[] } & TrailHead)
  | { ok: false; reason: Required<Text> };

/** `Summary` is what lists need of every assessment; it is kept in memory. */
export interface AssessmentStore<Summary> {
  /** Newest change first. */
  summaries(): readonly Summary[];
  setAside(): readonly SetAside[];
  /** Undefined if there is none; a damaged one is only in `setAside()`. */
  find(id: string): Promise<Stored | undefined>;
  /** Durable when it settles. Throws AppError `storage-failed`, also for an id that is taken; then nothing was stored. */
  create(change: Extract<AssessmentChange, { type: 'created' }>): Promise<Stored>;
  /**
   * Decides on the newest state; one after another per assessment. Durable when it settles.
   * Throws AppError `not-found`, `set-aside` or `storage-failed`; then nothing was stored.
   */
  commit<Refusal>(
    id: string,
    decide: (assessment: Assessment) => Decision<AssessmentChange, Refusal>,
  ): Promise<Stored | { refused: Refusal }>;
  /** All changes, oldest first; of a damaged one those that could be read. Throws AppError `not-found` or `storage-failed`. */
  changes(id: string): Promise<AssessmentChange[]>;
  /** All changes as `changes` gives them, and what `verifyTrail` finds in the same reading. */
  history(id: string): Promise<{ entries: KeptChange<AssessmentChange>[]; trail: Trail }>;
  /** Reads the whole history. Throws AppError `not-found` or `storage-failed`. */
  verifyTrail(id: string): Promise<Trail>;
  /** The trail byte for byte, checked, to be taken elsewhere. Throws AppError `not-found`, `set-aside` or `storage-failed`. */
  journal(id: string): Promise<Uint8Array>;
  /** Checks a journal that came from elsewhere line by line; nothing is stored. */
  readJournal(journal: Uint8Array): ForeignJournal;
  /**
   * Stores such a journal whole, with the same hashes, or not at all. Its checklist has to be kept before.
   * Throws AppError `faulty-input` for one that does not hold, `storage-failed`, also for an id that is taken.
   */
  adopt(journal: Uint8Array): Promise<Stored>;
}
