import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoreLog } from './store-log.ts';

type Target = { writeSnapshot: () => Promise<void> };

/** Writes snapshots one at a time, beside the commits. One that fails is logged: the journal has it all. */
export class BackgroundSnapshots {
  readonly #log: StoreLog;
  readonly #due = new Set<Target>();
  #writing: Promise<void> | undefined;

  constructor(log: StoreLog) {
    this.#log = log;
  }

  /** Asked twice before its turn, a document is written once. */
  request(target: Target): void {
    this.#due.add(target);
    this.#writing ??= this.#writeAll();
  }

  async idle(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const target of this.#due) {
      // Those whose change is stored are told first.
      await nextTurn();
      this.#due.delete(target);
      await target.writeSnapshot().catch(error => this.#log.error({ err: error }, 'a snapshot could not be written'));
    }
    this.#writing = undefined;
  }
}
