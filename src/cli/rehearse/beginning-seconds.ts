/** A last item takes so long with two rounds. */
const longestItem = 45;

/**
 * In how much of the time items are begun: what a last one with two rounds needs is not used to begin another. In a short rehearsal
 * half of the time is, or it would be over after the first.
 */
export function beginningSeconds(seconds: number, pace: number): number {
  return Math.max(seconds / 2, seconds - longestItem * pace);
}
