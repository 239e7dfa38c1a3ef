import { setTimeout } from 'node:timers/promises';
import { AppError } from '#shared/app-error.ts';

/** Settles after a while for somebody whose code or secret was wrong; right ones never come here. */
export type GuessDelay = () => Promise<void>;

const shortestMs = 150;
const longestMs = 3_000;
const freeGuesses = 10;
const msPerGuess = 40;
const memoryMs = 60_000;
const mostWaiting = 200;

/**
 * Counts the wrong guesses of everybody together, never by address: a whole room shares one. Throws AppError `too-many-attempts`
 * when too many wait already.
 */
export function delayGuesses(): GuessDelay {
  let recent: number[] = [];
  let waiting = 0;
  return async () => {
    const now = performance.now();
    recent = [...recent.filter(time => now - time < memoryMs), now];
    if (waiting >= mostWaiting) throw new AppError('too-many-attempts');
    waiting += 1;
    await setTimeout(delayMs(recent.length));
    waiting -= 1;
  };
}

function delayMs(guesses: number): number {
  return Math.min(longestMs, shortestMs + Math.max(0, guesses - freeGuesses) * msPerGuess);
}
