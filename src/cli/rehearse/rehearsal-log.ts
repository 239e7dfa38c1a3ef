import type { VoteValue } from '#workshop/ballot-box.ts';
import type { PhoneState } from './views.ts';

/** `failed`: nobody knows whether it counts. */
export type VoteOutcome = 'acknowledged' | 'refused' | 'failed';

/** Too late for the round or for the workshop. */
const refusals = new Set([409, 410]);

export function outcomeOf(status: number, acknowledged: 200 | 303): VoteOutcome {
  if (status === acknowledged) return 'acknowledged';
  return refusals.has(status) ? 'refused' : 'failed';
}

export type VoteRecord = {
  participant: number;
  department: string | undefined;
  item: string;
  round: number;
  value: VoteValue;
  outcome: VoteOutcome;
  tookMs: number;
};

/** What the room was shown of a round. `counts` from the lowest level up; null where there were too few to show. */
export type RevealedRound = {
  item: string;
  round: number;
  min: number;
  counts: number[] | null;
  n: number;
  unknown: number;
  paper: number;
};

/** A revision, when its command was sent if we sent it, and when phones with a stream saw it. */
export type Change = { sentAt: number | undefined; seenAt: number[] };

/** Everything that happened, in the order in which it happened. */
export class RehearsalLog {
  readonly votes: VoteRecord[] = [];
  readonly failures: string[] = [];
  readonly revealed = new Map<string, RevealedRound>();
  readonly changes = new Map<number, Change>();
  joined = 0;
  moved = 0;
  reconnected = 0;
  /** The newest that any phone was told. */
  state: PhoneState | undefined;

  /** Also of the results in it. */
  told(state: PhoneState): void {
    if (this.state === undefined || state.rev >= this.state.rev) this.state = state;
    const { item, results, scale } = state;
    if (!results || item === null || !scale) return;
    const { round, counts, n, unknown, paper } = results;
    this.revealed.set(`${item} ${round}`, { item, round, min: scale.min, counts, n, unknown, paper });
  }

  sent(rev: number, sentAt: number): void {
    this.#change(rev).sentAt = sentAt;
  }

  seen(rev: number): void {
    this.#change(rev).seenAt.push(performance.now());
  }

  #change(rev: number): Change {
    const change = this.changes.get(rev) ?? { sentAt: undefined, seenAt: [] };
    this.changes.set(rev, change);
    return change;
  }
}
