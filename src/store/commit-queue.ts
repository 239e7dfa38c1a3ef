import type { State } from './prepare-batch.ts';

/** One who waits for a commit: `decide` is asked once, on the newest state, and then `settle` or `fail` is called once. */
export type Waiter<Document, Change> = {
  /** Undefined: nothing is to be changed. */
  decide: (document: Document) => Change | undefined;
  settle: (after: State<Document>) => void;
  fail: (error: unknown) => void;
};

/** Hands over all who wait, together, and the next ones only when these are done. */
export class CommitQueue<Document, Change> {
  readonly #serve: (waiters: Waiter<Document, Change>[]) => Promise<void>;
  #waiting: Waiter<Document, Change>[] = [];
  #serving: Promise<void> | undefined;

  constructor(serve: (waiters: Waiter<Document, Change>[]) => Promise<void>) {
    this.#serve = serve;
  }

  push(waiter: Waiter<Document, Change>): void {
    this.#waiting.push(waiter);
    this.#serving ??= this.#serveAll();
  }

  async idle(): Promise<void> {
    await this.#serving;
  }

  async #serveAll(): Promise<void> {
    // So that those who come at the same moment go together.
    await null;
    while (this.#waiting.length > 0) await this.#serveWaiting(this.#waiting.splice(0));
    this.#serving = undefined;
  }

  async #serveWaiting(waiters: Waiter<Document, Change>[]): Promise<void> {
    try {
      await this.#serve(waiters);
    } catch (error) {
      for (const waiter of waiters) waiter.fail(error);
    }
  }
}
