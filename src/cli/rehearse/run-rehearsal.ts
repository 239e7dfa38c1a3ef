import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { ApiPhone } from './api-phone.ts';
import { beginningSeconds } from './beginning-seconds.ts';
import { Facilitator } from './facilitator.ts';
import { FormPhone } from './form-phone.ts';
import { castOf, type Follows } from './habits.ts';
import type { Phone } from './phone.ts';
import { PhoneLine } from './phone-line.ts';
import { Player } from './player.ts';
import { randomFrom } from './random.ts';
import type { RehearsalLog } from './rehearsal-log.ts';
import { Views } from './views.ts';

export type RehearsalOptions = {
  origin: string;
  code: string;
  people: number;
  seconds: number;
  seed: number;
  /** 1 is as people are; smaller is quicker. */
  pace: number;
  /** Where nobody leads the workshop but us. */
  workshop?: { id: string; key: string } | undefined;
  signal: AbortSignal;
  log: RehearsalLog;
};

/** So that the last news reach the phones. */
const graceMs = 2_000;
const lookMs = 250;

/** Plays until the workshop is over or the time is up, and never longer. Throws what makes the whole rehearsal impossible. */
export async function runRehearsal(options: RehearsalOptions): Promise<void> {
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, options.signal]);
  // Everybody in the room waits for it.
  setMaxListeners(0, signal);
  const facilitator = options.workshop && facilitatorOf(options, options.workshop);
  await facilitator?.start();
  const departments = await departmentsAt(options);
  const playing = playersOf({ ...options, signal }, departments).map(player => player.play());
  try {
    await (facilitator ? lead(facilitator, options) : untilOver(options));
  } finally {
    ending.abort();
    await Promise.all(playing);
  }
}

function facilitatorOf(
  { origin, log, pace, seconds, signal }: RehearsalOptions,
  workshop: { id: string; key: string },
): Facilitator {
  const until = performance.now() + beginningSeconds(seconds, pace) * 1_000;
  return new Facilitator({ origin, workshop, log, pace, until, signal });
}

async function lead(facilitator: Facilitator, { pace, signal }: RehearsalOptions): Promise<void> {
  try {
    await facilitator.lead();
    await after(graceMs * pace, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Somebody else leads. */
async function untilOver({ log, seconds, signal }: RehearsalOptions): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end && log.state?.workshop !== 'closed' && !signal.aborted) await after(lookMs);
}

function playersOf(options: RehearsalOptions, departments: string[]): Player[] {
  const { people, seed, pace, signal, log } = options;
  return Array.from({ length: people }, (_, participant) => {
    const { habit, follows } = castOf(participant);
    const views = new Views();
    const random = randomFrom(seed * 1_009 + participant);
    const department = departments[Math.floor(random.next() * departments.length)];
    const phone = phoneOf(follows, options, views);
    return new Player({ participant, phone, views, habit, department, random, pace, log, signal });
  });
}

function phoneOf(follows: Follows, { origin, code, log }: RehearsalOptions, views: Views): Phone {
  return follows === 'form'
    ? new FormPhone({ origin, code, views, log })
    : new ApiPhone({ origin, code, follows, views, log });
}

/** Those that the page of the seats offers. Throws NoWorkshop. */
async function departmentsAt({ origin, code }: RehearsalOptions): Promise<string[]> {
  const line = new PhoneLine(origin);
  const { status, text } = await line
    .send({ method: 'GET', path: `/w/${code}` })
    .catch(cause => Promise.reject(new NoWorkshop('nothing answers', { cause })))
    .finally(() => line.cut());
  if (status !== 200) throw new NoWorkshop(`answered with ${status}`);
  const select = /<select[^>]*name="department"[\s\S]*?<\/select>/.exec(text)?.[0] ?? '';
  return Array.from(select.matchAll(/<option value="([^"]+)"/g), ([, id]) => id ?? '');
}

/** Nothing answers there, or it knows no such code. */
export class NoWorkshop extends Error {}
