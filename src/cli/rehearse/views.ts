import { EventEmitter, once } from 'node:events';
import { z } from 'zod';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { snapshotSchema } from '#workshop/snapshot.ts';

/** What a phone shows at the moment, as far as somebody with it decides by it. */
export type View = {
  workshop: string;
  item: string | null;
  round: number;
  state: string | null;
  /** Which can be chosen. */
  values: VoteValue[];
};

const { workshop, item, kind, round, state, scale, rev, mode, joined, position, results } = snapshotSchema.shape;
const stateSchema = z.object({ workshop, item, kind, round, state, scale, rev, mode, joined, position, results });
export type PhoneState = z.infer<typeof stateSchema>;

export function stateOf(text: string): PhoneState {
  return stateSchema.parse(JSON.parse(text));
}

export function viewOf({ scale, ...view }: PhoneState): View {
  const levels = scale ? Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index) : [];
  return { ...view, values: [...levels, 'unknown'] };
}

/** The same for the same vote, as long as it is open. */
export function openKey({ workshop, item, round, state }: View): string | undefined {
  return workshop === 'running' && state === 'open' && item !== null ? `${item} ${round}` : undefined;
}

/** The newest view of one phone, and whoever waits for one that is to come. */
export class Views {
  readonly #told = new EventEmitter();
  #latest: View | undefined;

  get latest(): View | undefined {
    return this.#latest;
  }

  tell(view: View): void {
    this.#latest = view;
    this.#told.emit('view');
  }

  /** Rejects when the signal says that it is over. */
  async until(isWanted: (view: View) => boolean, signal: AbortSignal): Promise<View> {
    for (;;) {
      const view = this.#latest;
      if (view && isWanted(view)) return view;
      await once(this.#told, 'view', { signal });
    }
  }
}
