import { setTimeout as after } from 'node:timers/promises';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { act, type Habit, type OpenRound } from './habits.ts';
import type { Phone } from './phone.ts';
import type { Random } from './random.ts';
import type { RehearsalLog } from './rehearsal-log.ts';
import { openKey, type View, type Views } from './views.ts';

export type PlayerOptions = {
  participant: number;
  phone: Phone;
  views: Views;
  habit: Habit;
  department: string | undefined;
  random: Random;
  /** 1 is as people are; smaller is quicker. */
  pace: number;
  log: RehearsalLog;
  signal: AbortSignal;
};

/** One invented participant. */
export class Player {
  readonly phone: Phone;
  readonly #options: PlayerOptions;

  constructor(options: PlayerOptions) {
    this.phone = options.phone;
    this.#options = options;
  }

  /** Until the signal says that it is over; what goes wrong on the way is noted. */
  async play(): Promise<void> {
    const { log, habit, signal, department } = this.#options;
    try {
      await this.#wait(0, 5_000);
      await this.phone.join(department);
      log.joined += 1;
      for (let last: string | undefined; ; ) {
        const view = await this.until(each => openKey(each) !== undefined && openKey(each) !== last);
        last = openKey(view);
        if (view.item !== null) await act(habit, this, { ...view, item: view.item });
      }
    } catch (error) {
      if (!signal.aborted) log.failures.push(`${habit}: ${error}`);
    } finally {
      this.phone.leave();
    }
  }

  until(isWanted: (view: View) => boolean): Promise<View> {
    return this.#options.views.until(isWanted, this.#options.signal);
  }

  /** Reads the levels and makes up the mind. */
  think(): Promise<void> {
    return this.#wait(400, 4_500);
  }

  /** People differ about an item in the first round, and less in the second. */
  choose({ item, round, values }: OpenRound): VoteValue {
    const { random } = this.#options;
    if (random.next() < 0.05) return 'unknown';
    const levels = values.length - 1;
    const middle = Array.from(item).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.max(1, levels);
    const spread = round === 1 ? 2 : 1;
    const chosen = Math.round(middle + random.between(-spread, spread));
    return values[Math.min(levels - 1, Math.max(0, chosen))] ?? 'unknown';
  }

  async vote({ item, round }: OpenRound, value: VoteValue): Promise<void> {
    const { log, participant, department } = this.#options;
    // The phone says that it is over.
    if (log.state?.workshop === 'closed') return;
    const started = performance.now();
    const outcome = await this.phone.vote({ item, round, value });
    log.votes.push({ participant, department, item, round, value, outcome, tookMs: performance.now() - started });
  }

  async #wait(from: number, to: number): Promise<void> {
    const { random, pace, signal } = this.#options;
    await after(random.between(from, to) * pace, undefined, { signal });
  }
}
