import type { Trail } from '#assessment/assessment-store.ts';
import type { Decision } from '#shared/decision.ts';
import type { Text } from '#shared/text.ts';
import type { Seats, SeatsChange } from './seats.ts';
import type { Workshop } from './workshop.ts';
import type { Created, WorkshopChange } from './workshop-change.ts';

/** A workshop with the number of changes it is made of. */
export type StoredWorkshop = { workshop: Workshop; seq: number };

/** What lists need of every workshop; kept in memory. `recorded` counts items. */
export type WorkshopSummary = Pick<
  Workshop,
  'id' | 'assessment' | 'title' | 'code' | 'mode' | 'state' | 'createdAt' | 'changedAt'
> & {
  items: number;
  recorded: number;
};

/** A workshop whose files are damaged: shown as far as it could be read, never written. */
export type WorkshopSetAside = { id: string; reason: Required<Text>; workshop: Workshop | undefined };

/**
 * Workshops, and beside each open one the seats of its sitting. The seats alone link a phone or a department to the id that
 * votes are kept under: they are deleted before a commit that closes the workshop settles, and at a start if a crash came between.
 * Workshops that were running come back paused.
 */
export interface WorkshopStore {
  /** Newest change first. */
  summaries(): readonly WorkshopSummary[];
  setAside(): readonly WorkshopSetAside[];
  /** Undefined if there is none; a damaged one is only in `setAside()`. */
  find(id: string): Promise<StoredWorkshop | undefined>;
  /** The id of the workshop that is joined with this code. */
  findIdByCode(code: string): string | undefined;
  /** Durable when it settles. Throws AppError `storage-failed`, also for an id or code that is taken; then nothing was stored. */
  create(change: Created): Promise<StoredWorkshop>;
  /**
   * Decides on the newest state; one after another per workshop, those who wait share one sync. Durable when it settles.
   * Throws AppError `not-found`, `set-aside` or `storage-failed`; then nothing was stored, but for a closing whose seats could not
   * be deleted: it is stored, and closing it again deletes them.
   */
  commit<Refusal>(
    id: string,
    decide: (workshop: Workshop) => Decision<WorkshopChange, Refusal>,
  ): Promise<StoredWorkshop | { refused: Refusal }>;
  /** Of the present sitting; undefined when the workshop is closed, unknown or its seats are damaged. */
  findSeats(id: string): Promise<Seats | undefined>;
  /** As `commit`, on the seats of the present sitting. Throws AppError `not-found` when there are none. */
  commitSeats<Refusal>(
    id: string,
    decide: (room: { workshop: Workshop; seats: Seats }) => Decision<SeatsChange, Refusal>,
  ): Promise<{ seats: Seats } | { refused: Refusal }>;
  /** All changes, oldest first. Throws AppError `not-found` or `storage-failed`. */
  changes(id: string): Promise<WorkshopChange[]>;
  /** Reads the whole history. Throws AppError `not-found` or `storage-failed`. */
  verifyTrail(id: string): Promise<Trail>;
}
