import { z } from 'zod';

/**
 * A duration that counts from an instant, or stands still where that is null. Nothing happens when it ends: the facilitator
 * closes. So a clock that is set back or a laptop that slept can show a wrong time but never change a state.
 */
export const timerSchema = z.strictObject({
  durationMs: z.int().min(0),
  startedAt: z.iso.datetime().nullable(),
});
export type Timer = z.infer<typeof timerSchema>;

const longestMs = 4 * 3_600_000;

export function startTimer(seconds: number, at: string): Timer {
  return { durationMs: Math.min(longestMs, seconds * 1_000), startedAt: at };
}

/** Never below 0 and never more than its duration, whatever the clock says. */
export function remainingOf({ durationMs, startedAt }: Timer, at: string): number {
  if (startedAt === null) return durationMs;
  const elapsed = Date.parse(at) - Date.parse(startedAt);
  return durationMs - Math.min(durationMs, Math.max(0, elapsed));
}

export function stopTimer(timer: Timer, at: string): Timer {
  return { durationMs: remainingOf(timer, at), startedAt: null };
}

export function resumeTimer({ durationMs }: Timer, at: string): Timer {
  return { durationMs, startedAt: at };
}

/** Adds to what is left; without a timer it begins now. */
export function extendTimer(timer: Timer | null, seconds: number, at: string): Timer {
  const left = timer ? remainingOf(timer, at) : 0;
  return { durationMs: Math.min(longestMs, left + seconds * 1_000), startedAt: at };
}
