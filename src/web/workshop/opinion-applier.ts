import type { Logger } from 'pino';
import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import { applyOpinion, noteApplication, type Pending, pendingApplications } from '#workshop/apply-opinion.ts';
import type { ApplicationOutcome } from '#workshop/opinion.ts';
import { getProgress, standingOpinion } from '#workshop/progress.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import type { LiveRooms } from './live/live-rooms.ts';

export type OpinionApplierOptions = {
  workshops: WorkshopStore;
  assessments: AssessmentStore<unknown>;
  checklists: ChecklistStore;
  live: LiveRooms;
  now: () => Date;
  log: Logger;
};

/** Longer than an opinion can be undone, so that undoing and applying never meet. */
const afterUndoMs = 11_500;
const marginMs = 1_000;

/**
 * Hands opinions on to the assessment: across two documents nothing is atomic, so the assessment comes first, is asked again at every
 * start, and knows an opinion that it has already. What became of it is kept with the opinion.
 */
export class OpinionApplier {
  readonly #options: OpinionApplierOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #running: Promise<void> = Promise.resolve();

  constructor(options: OpinionApplierOptions) {
    this.#options = options;
  }

  /** What an earlier run of the program left over. */
  async applyLeftOver(): Promise<void> {
    for (const { id } of this.#options.workshops.summaries()) await this.apply(id);
  }

  /** After the time for undoing; the last one asked for counts. */
  applySoon(workshopId: string): void {
    clearTimeout(this.#timers.get(workshopId));
    const timer = setTimeout(() => void this.apply(workshopId), afterUndoMs).unref();
    this.#timers.set(workshopId, timer);
  }

  /** What cannot be undone any more. One after another; never throws: what failed is tried again later. */
  apply(workshopId: string): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.#options.workshops.find(workshopId);
      if (!stored) return;
      const settled = new Date(this.#options.now().getTime() - marginMs).toISOString();
      for (const pending of pendingApplications(stored.workshop, settled))
        await this.#applyOne(stored.workshop, pending, false);
    }).catch(() => undefined);
  }

  /** The coordinator wants the opinion although there is another answer. */
  adopt(workshopId: string, item: string): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.#options.workshops.find(workshopId);
      if (!stored) throw new AppError('not-found');
      const { workshop } = stored;
      const opinion = Object.hasOwn(workshop.items, item) ? standingOpinion(getProgress(workshop, item)) : undefined;
      if (!opinion) throw new AppError('not-found');
      await this.#applyOne(workshop, { item, opinion }, true);
    });
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await this.#running;
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const done = this.#running.then(run);
    this.#running = done.catch(error => {
      this.#options.log.error({ err: error }, 'an opinion could not be handed on; it is tried again later');
    });
    return done;
  }

  async #applyOne(workshop: Workshop, pending: Pending, adopt: boolean): Promise<void> {
    const { item, opinion } = pending;
    const at = this.#options.now().toISOString();
    const outcome = await this.#outcomeOf(workshop, pending, { adopt, at });
    await this.#options.workshops.commit(workshop.id, newest =>
      noteApplication(newest, { item, version: opinion.version, outcome, at }),
    );
    this.#options.live.stateChanged(workshop.id);
  }

  async #outcomeOf(
    { id, assessment }: Workshop,
    pending: Pending,
    { adopt, at }: { adopt: boolean; at: string },
  ): Promise<ApplicationOutcome> {
    const { assessments, checklists } = this.#options;
    const done = await assessments.commit(assessment, present => {
      const { scope, policy } = present.setup;
      const checklist = scopeChecklist(checklists.getPinned(present.checklist), scope, policy);
      return applyOpinion({ assessment: present, checklist }, pending, { workshopId: id, adopt, at });
    });
    return 'refused' in done ? done.refused : 'applied';
  }
}
