/** Keeps the documents that were used last, by id. */
export class RecentDocuments<State> {
  readonly #states = new Map<string, State>();
  readonly #limit: number;

  constructor(limit = 64) {
    this.#limit = limit;
  }

  get(id: string): State | undefined {
    const state = this.#states.get(id);
    if (state !== undefined) this.set(id, state);
    return state;
  }

  set(id: string, state: State): void {
    this.#states.delete(id);
    this.#states.set(id, state);
    const [oldest] = this.#states.keys();
    if (this.#states.size > this.#limit && oldest !== undefined) this.#states.delete(oldest);
  }

  delete(id: string): void {
    this.#states.delete(id);
  }
}
