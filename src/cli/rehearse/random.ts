export type Random = {
  /** From 0 to below 1. */
  next: () => number;
  between: (from: number, to: number) => number;
};

/** The same numbers for the same seed (mulberry32), so that a rehearsal can be played again. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return { next, between: (from, to) => from + next() * (to - from) };
}
