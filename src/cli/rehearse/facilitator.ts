import { setTimeout as after } from 'node:timers/promises';
import { PhoneLine } from './phone-line.ts';
import type { RehearsalLog } from './rehearsal-log.ts';
import { type PhoneState, stateOf } from './views.ts';

export type FacilitatorOptions = {
  origin: string;
  workshop: { id: string; key: string };
  log: RehearsalLog;
  pace: number;
  /** When no further item is begun, as `performance.now()` counts. */
  until: number;
  signal: AbortSignal;
};

/** How long each step takes in the room, in milliseconds. */
const steps = { joining: 6_000, briefing: 2_000, open: 12_000, closed: 1_500, revealed: 3_000, discussion: 3_000 };
const mostRounds = 2;

/** Leads a workshop where nobody else does. */
export class Facilitator {
  readonly #options: FacilitatorOptions;
  readonly #line: PhoneLine;
  #rev = 0;

  constructor(options: FacilitatorOptions) {
    this.#options = options;
    this.#line = new PhoneLine(options.origin);
  }

  /** Opens the lobby: from then on seats can be taken. */
  async start(): Promise<void> {
    await this.#give('start');
  }

  /** Through the agenda as far as time allows, with a second round where the first did not agree, and to the end. */
  async lead(): Promise<void> {
    try {
      await this.#wait(steps.joining);
      let state = await this.#give('next');
      while (await this.#conduct(state)) state = await this.#give('next');
      await this.#give('finish');
    } finally {
      this.#line.cut();
    }
  }

  /** One item from its briefing to its record. Gives whether another one is to follow. */
  async #conduct({ position, kind }: PhoneState): Promise<boolean> {
    await this.#wait(steps.briefing);
    // A figure, on which nobody votes, and which can be anything here.
    const record = kind === 'maturity' || kind === 'yes-no' ? await this.#agree() : { value: 50 };
    await this.#give('record', { ...record, rationale: '演练：数据不代表任何城市。' });
    const isLast = position === null || position.number === position.total;
    return !isLast && performance.now() < this.#options.until;
  }

  /** Gives the value that the room comes to. */
  async #agree(): Promise<{ value: number | 'unknown' }> {
    for (let round = 1; ; round += 1) {
      await this.#give('open', { seconds: Math.ceil((steps.open * this.#options.pace) / 1_000) });
      await this.#wait(steps.open);
      await this.#give('close');
      await this.#wait(steps.closed);
      const { results } = await this.#give('reveal');
      await this.#wait(steps.revealed);
      const isAgreed = results?.verdict === 'consensus' && results.badges.length === 0;
      if (isAgreed || round === mostRounds) return { value: Math.floor(results?.median ?? 0) };
      await this.#give('discuss');
      await this.#wait(steps.discussion);
    }
  }

  async #give(command: string, fields: object = {}): Promise<PhoneState> {
    const { workshop, log } = this.#options;
    const sentAt = performance.now();
    const { status, text } = await this.#line.send({
      method: 'POST',
      path: `/api/v1/workshops/${workshop.id}/commands`,
      headers: { authorization: `Bearer ${workshop.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ command, expectedRev: this.#rev, ...fields }),
    });
    if (status !== 200) throw new Error(`${command} was answered with ${status}: ${text.slice(0, 300)}`);
    const state = stateOf(text);
    this.#rev = state.rev;
    log.sent(state.rev, sentAt);
    // What the facilitator alone sees is not what the room was shown.
    if (state.state !== 'closed') log.told(state);
    return state;
  }

  async #wait(ms: number): Promise<void> {
    await after(ms * this.#options.pace, undefined, { signal: this.#options.signal });
  }
}
