import fc from 'fast-check';

/** Three hundred random cases: enough to meet every pair of states, short enough for every run. */
export function holdsFor<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: 300 });
}
