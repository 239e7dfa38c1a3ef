import type { Snapshot } from '#workshop/snapshot.ts';

/** `ms` is for the page's script, which counts on between two snapshots. */
export function timerView({ timer }: Pick<Snapshot, 'timer'>) {
  if (!timer) return null;
  const seconds = Math.ceil(timer.remainingMs / 1_000);
  return {
    text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    ms: String(timer.remainingMs),
    running: timer.running ? 'on' : 'off',
    over: seconds === 0,
  };
}
