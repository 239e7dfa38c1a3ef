/** Two people at once, and clocks that are put right by the network, differ by less. */
const tolerance = 60_000;

/** The changes that are dated before the one before them: the clock of the computer was put back there, or was wrong before. Oldest first in, as seqs out. */
export function clockBack(changes: readonly { seq: number; at: string }[]): number[] {
  return changes.flatMap(({ seq, at }, index) => {
    const before = changes[index - 1];
    return before && Date.parse(at) < Date.parse(before.at) - tolerance ? [seq] : [];
  });
}
