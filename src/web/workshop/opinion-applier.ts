import type { Logger } from 'pino';
import { pendingApplications } from '#workshop/apply-opinion.ts';
import {
  type AdoptionOutcome,
  adoptOpinion,
  handOnOpinions,
  type OpinionStores,
  type SeenOpinion,
} from '#workshop/hand-on-opinions.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import type { LiveRooms } from './live/live-rooms.ts';

export type OpinionApplierOptions = {
  stores: OpinionStores & { workshops: WorkshopStore };
  live: LiveRooms;
  now: () => Date;
  log: Logger;
};

/** Longer than an opinion can be undone, so that undoing and handing on never meet. */
const afterUndoMs = 11_500;
const marginMs = 1_000;

/** Hands opinions on to the assessment when they cannot be undone any more, one after another. */
export class OpinionApplier {
  readonly #options: OpinionApplierOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: OpinionApplierOptions) {
    this.#options = options;
  }

  /** What an earlier run of the program left over. */
  async applyLeftOver(): Promise<void> {
    for (const { id } of this.#options.stores.workshops.summaries()) await this.apply(id);
  }

  /** After the time for undoing; the last one asked for counts. */
  applySoon(workshopId: string): void {
    clearTimeout(this.#timers.get(workshopId));
    const timer = setTimeout(() => void this.apply(workshopId), afterUndoMs).unref();
    this.#timers.set(workshopId, timer);
  }

  /** Never throws: what could not be handed on is tried again with the next command, and at the next start. */
  async apply(workshopId: string): Promise<void> {
    const { stores, now, log } = this.#options;
    const settled = new Date(now().getTime() - marginMs).toISOString();
    try {
      const found = await stores.workshops.find(workshopId);
      if (!found || pendingApplications(found.workshop, settled).length === 0) return;
      await this.#inTurn(workshopId, () => handOnOpinions(stores, workshopId, settled));
    } catch (error) {
      log.error({ err: error }, 'an opinion could not be handed on; it is tried again');
    }
  }

  /**
   * The coordinator wants the opinion although there is another answer; `seen` is what he decided on. Throws AppError `not-found`,
   * `set-aside` or `storage-failed`.
   */
  adopt(workshopId: string, item: string, seen?: SeenOpinion): Promise<AdoptionOutcome> {
    const { stores, now } = this.#options;
    return this.#inTurn(workshopId, () => adoptOpinion(stores, { workshopId, item, seen }, now().toISOString()));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await this.#running;
  }

  async #inTurn<T>(workshopId: string, run: () => Promise<T>): Promise<T> {
    const done = this.#running.then(run);
    this.#running = done.catch(() => undefined);
    const result = await done;
    this.#options.live.stateChanged(workshopId);
    return result;
  }
}
