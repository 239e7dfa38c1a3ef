import type { Minutes } from './minutes.ts';

/** What lists need of minutes that were brought along; `recorded` counts items. */
export type MinutesSummary = Pick<Minutes, 'id' | 'title' | 'mode' | 'createdAt' | 'finishedAt'> & {
  items: number;
  recorded: number;
};

/** By the hash of its content; `altered`: what is on the disk is something else. */
export type BroughtMinutes = { sha256: string } & ({ state: 'whole'; summary: MinutesSummary } | { state: 'altered' });

/**
 * Minutes of workshops that were held with another installation, as they came along with an assessment. What is kept is never written
 * again and never deleted; minutes of a workshop that went on elsewhere are another file.
 */
export interface MinutesStore {
  /** Of an assessment, the oldest workshop first; kept in memory. */
  list(assessment: string): readonly BroughtMinutes[];
  /** Of a workshop, by its latest minutes. */
  titleOf(workshop: string): string | undefined;
  /** Read anew each time; undefined where there are none, or they are altered, which the list says from then on. Throws AppError `storage-failed`. */
  read(assessment: string, sha256: string): Promise<{ minutes: Minutes; content: string } | undefined>;
  /**
   * Durable when it settles; nothing where they are there. A file of their name that was altered is set aside beside them. Throws AppError
   * `storage-failed`, then nothing was stored.
   */
  keep(assessment: string, content: string): Promise<void>;
}
