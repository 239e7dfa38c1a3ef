import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { VoteValue } from '#workshop/ballot-box.ts';
import type { Phone, PhoneVote } from './phone.ts';
import { type Answer, PhoneLine } from './phone-line.ts';
import { outcomeOf, type RehearsalLog, type VoteOutcome } from './rehearsal-log.ts';
import type { View, Views } from './views.ts';

export type FormPhoneOptions = { origin: string; code: string; views: Views; log: RehearsalLog };

const reloadMs = 3_000;

/** A phone without scripts: plain forms, cookies, and a page that is loaded again and again. */
export class FormPhone implements Phone {
  readonly #options: FormPhoneOptions;
  readonly #page: string;
  #line: PhoneLine;
  #cookies = new Map<string, string>();
  #time = 0;

  constructor(options: FormPhoneOptions) {
    this.#options = options;
    this.#page = `/w/${options.code}`;
    this.#line = new PhoneLine(options.origin);
  }

  async join(department: string | undefined): Promise<void> {
    await this.#takeSeat('join', { department: department ?? '' });
  }

  async vote({ item, round, value }: PhoneVote): Promise<VoteOutcome> {
    try {
      const { status } = await this.#post('votes', { item, round: `${round}`, value: `${value}`, reason: '' });
      await this.#load();
      // With the end of the workshop the seat is gone.
      if (status === 401 && this.#options.log.state?.workshop === 'closed') return 'refused';
      return outcomeOf(status, 303);
    } catch {
      return 'failed';
    }
  }

  sleep(): void {
    this.#time += 1;
  }

  async wake(): Promise<void> {
    this.leave();
    this.#line = new PhoneLine(this.#options.origin);
    this.#options.log.reconnected += 1;
    await this.#follow();
  }

  async move(): Promise<void> {
    this.leave();
    this.#line = new PhoneLine(this.#options.origin);
    const seat = this.#cookies.get('seat-code') ?? '';
    this.#cookies = new Map();
    await this.#takeSeat('rejoin', { seat, department: '' });
    this.#options.log.moved += 1;
  }

  leave(): void {
    this.#time += 1;
    this.#line.cut();
  }

  async #takeSeat(part: string, fields: Record<string, string>): Promise<void> {
    const { status } = await this.#post(part, fields);
    if (status !== 303) throw new Error(`the form of a seat was answered with ${status}`);
    await this.#follow();
  }

  async #follow(): Promise<void> {
    this.#time += 1;
    await this.#load();
    void this.#reload(this.#time);
  }

  async #reload(time: number): Promise<void> {
    while (time === this.#time) {
      await after(reloadMs, undefined, { ref: false });
      if (time === this.#time) await this.#load();
    }
  }

  async #load(): Promise<void> {
    try {
      const answer = await this.#line.send({ method: 'GET', path: this.#page, headers: this.#headers() });
      const view = viewOnPage(answer.text);
      if (view) this.#options.views.tell(view);
      if (answer.status !== 200) this.#options.log.failures.push(`page: ${answer.status}`);
    } catch {
      // The line was cut, or nobody is there: the next one tells.
    }
  }

  async #post(part: string, fields: Record<string, string>): Promise<Answer> {
    const headers = {
      ...this.#headers(),
      ...{ origin: this.#options.origin, 'content-type': 'application/x-www-form-urlencoded' },
    };
    const body = `${new URLSearchParams(fields)}`;
    const answer = await this.#line.send({ method: 'POST', path: `${this.#page}/${part}`, headers, body });
    this.#keepCookies(answer);
    return answer;
  }

  #headers(): Record<string, string> {
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  #keepCookies({ headers }: Answer): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
  }
}

const keySchema = z.tuple([z.string(), z.string(), z.coerce.number(), z.string()]).rest(z.string());

/** As somebody reads it off the page; undefined on a page that asks for a seat. */
function viewOnPage(html: string): View | undefined {
  const [, key] = /data-key="([^"]*)"/.exec(html) ?? [];
  const parts = keySchema.safeParse(key?.split(' ')).data;
  if (!parts) return undefined;
  const [workshop, item, round, state] = parts;
  return { workshop, round, item: item || null, state: state || null, values: valuesOnPage(html) };
}

function valuesOnPage(html: string): VoteValue[] {
  const shown = html.matchAll(/name="value" value="(-?\d+|unknown)" class="vote-button"/g);
  return Array.from(shown, ([, value]) => (value === 'unknown' ? value : Number(value)));
}
