import type { IncomingMessage } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { Phone, PhoneVote } from './phone.ts';
import { type Answer, PhoneLine } from './phone-line.ts';
import { readEvents } from './read-events.ts';
import { outcomeOf, type RehearsalLog, type VoteOutcome } from './rehearsal-log.ts';
import { stateOf, type Views, viewOf } from './views.ts';

export type ApiPhoneOptions = {
  origin: string;
  code: string;
  follows: 'stream' | 'poll';
  views: Views;
  log: RehearsalLog;
};

const pollMs = 2_000;
const reopenMs = 1_000;
const seatSchema = z.object({ participant: z.string(), seat: z.string() });

/** A phone whose page runs its scripts: votes go to the API, the state comes as a stream or is asked for. */
export class ApiPhone implements Phone {
  readonly #options: ApiPhoneOptions;
  readonly #base: string;
  #line: PhoneLine;
  #stream: IncomingMessage | undefined;
  #seat = { participant: '', seat: '' };
  /** Counts up whenever following begins anew or ends, so that what belongs to an earlier time gives up. */
  #time = 0;

  constructor(options: ApiPhoneOptions) {
    this.#options = options;
    this.#base = `/api/v1/w/${options.code}`;
    this.#line = new PhoneLine(options.origin);
  }

  async join(department: string | undefined): Promise<void> {
    this.#seat = seatOf(await this.#post('join', department === undefined ? {} : { department }));
    await this.#follow();
  }

  async vote(vote: PhoneVote): Promise<VoteOutcome> {
    try {
      const { status } = await this.#post('votes', vote);
      return outcomeOf(status, 200);
    } catch {
      return 'failed';
    }
  }

  /** The connection stays, nobody reads it. */
  sleep(): void {
    this.#time += 1;
    this.#stream?.pause();
  }

  async wake(): Promise<void> {
    this.leave();
    this.#line = new PhoneLine(this.#options.origin);
    this.#options.log.reconnected += 1;
    await this.#ask();
    await this.#follow();
  }

  async move(): Promise<void> {
    this.leave();
    this.#line = new PhoneLine(this.#options.origin);
    const { seat } = this.#seat;
    this.#seat = seatOf(await this.#post('rejoin', { seat }));
    this.#options.log.moved += 1;
    await this.#follow();
  }

  leave(): void {
    this.#time += 1;
    this.#line.cut();
  }

  async #follow(): Promise<void> {
    this.#time += 1;
    if (this.#options.follows === 'stream') await this.#listen(this.#time);
    else void this.#poll(this.#time);
  }

  async #listen(time: number): Promise<void> {
    const stream = await this.#line.stream(`${this.#base}/events`, this.#headers());
    if (stream.statusCode !== 200) throw new Error(`the stream was answered with ${stream.statusCode}`);
    this.#stream = stream;
    this.#read(stream, time);
    stream.once('close', () => void this.#listenAgain(time));
  }

  #read(stream: IncomingMessage, time: number): void {
    // The first is what was the case before; only a later revision was waited for.
    let known: number | undefined;
    readEvents(stream, ({ event, data }) => {
      if (event !== 'state' || time !== this.#time) return;
      const rev = this.#tell(data);
      if (known !== undefined && rev > known) this.#options.log.seen(rev);
      known = rev;
    });
  }

  async #listenAgain(time: number): Promise<void> {
    while (time === this.#time && this.#options.views.latest?.workshop !== 'closed') {
      await after(reopenMs, undefined, { ref: false });
      if (time !== this.#time) return;
      this.#options.log.reconnected += 1;
      try {
        return await this.#listen(time);
      } catch (error) {
        this.#options.log.failures.push(`stream: ${error}`);
      }
    }
  }

  async #poll(time: number): Promise<void> {
    while (time === this.#time) {
      await this.#ask();
      await after(pollMs, undefined, { ref: false });
    }
  }

  async #ask(): Promise<void> {
    try {
      const answer = await this.#line.send({ method: 'GET', path: `${this.#base}/state`, headers: this.#headers() });
      if (answer.status === 200) this.#tell(answer.text);
      else if (answer.status !== 410) this.#options.log.failures.push(`state: ${answer.status}`);
    } catch {
      // The line was cut, or nobody is there: the next one tells.
    }
  }

  /** Gives the revision. */
  #tell(text: string): number {
    const state = stateOf(text);
    this.#options.log.told(state);
    this.#options.views.tell(viewOf(state));
    return state.rev;
  }

  #post(part: string, body: object): Promise<Answer> {
    const headers = { ...this.#headers(), 'content-type': 'application/json' };
    return this.#line.send({ method: 'POST', path: `${this.#base}/${part}`, headers, body: JSON.stringify(body) });
  }

  #headers(): Record<string, string> {
    const { participant } = this.#seat;
    return participant === '' ? {} : { authorization: `Bearer ${participant}` };
  }
}

function seatOf({ status, text }: Answer): z.infer<typeof seatSchema> {
  if (status !== 200 && status !== 201) throw new Error(`a seat was answered with ${status}: ${text.slice(0, 200)}`);
  return seatSchema.parse(JSON.parse(text));
}
