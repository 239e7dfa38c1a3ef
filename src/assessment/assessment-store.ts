import type { Decision } from '#shared/decision.ts';
import type { Text } from '#shared/text.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';

/** An assessment with the number of changes it is made of. */
export type Stored = { assessment: Assessment; seq: number };

/** An assessment whose files are damaged: shown as far as it could be read, never written. */
export type SetAside = { id: string; reason: Required<Text>; assessment?: Assessment | undefined; seq: number };

/** `Summary` is what lists need of every assessment; it is kept in memory. */
export interface AssessmentStore<Summary> {
  /** Newest change first. */
  summaries(): readonly Summary[];
  setAside(): readonly SetAside[];
  /** Undefined if there is none; a damaged one is only in `setAside()`. */
  find(id: string): Promise<Stored | undefined>;
  /** Durable when it settles. Throws AppError `storage-failed`, and then nothing was stored. */
  create(change: Extract<AssessmentChange, { type: 'created' }>): Promise<Stored>;
  /**
   * Decides on the newest state; one after another per assessment. Durable when it settles.
   * Throws AppError `not-found`, `set-aside` or `storage-failed`; then nothing was stored.
   */
  commit<Refusal>(
    id: string,
    decide: (assessment: Assessment) => Decision<AssessmentChange, Refusal>,
  ): Promise<Stored | { refused: Refusal }>;
  /** All changes, oldest first. */
  changes(id: string): Promise<AssessmentChange[]>;
}
