import assert from 'node:assert/strict';
import type { Result, Summary } from '#scoring/result.ts';

export const noise = 1e-9;

type Group = { claimed: Summary; supported: number | null };

/** The whole, every area and every lens group. */
export function groupsOf({ claimed, supported }: Result): Group[] {
  const lensGroups = Object.entries(claimed.lenses).flatMap(([lens, groups]) =>
    Object.entries(groups).map(([group, summary]) => pair(summary, supported.lenses[lens]?.[group])),
  );
  return [
    pair(claimed.overall, supported.overall),
    ...Object.entries(claimed.areas).map(([id, summary]) => pair(summary, supported.areas[id])),
    ...lensGroups,
  ];
}

function pair(claimed: Summary, supported: number | null | undefined): Group {
  assert.notEqual(supported, undefined);
  return { claimed, supported: supported ?? null };
}

/** Every figure that a better answer can only raise. */
export function figuresOf(result: Result): (number | null)[] {
  const { equalItems, equalAreas, weakestArea, scoreRange, lowRange } = result.claimed.robustness;
  return [
    ...groupsOf(result).flatMap(({ claimed: { score, low, high }, supported }) => [score, low, high, supported]),
    ...[equalItems, equalAreas, weakestArea, ...scoreRange, ...lowRange],
  ];
}

export function assertRising(numbers: number[]): void {
  for (const [index, number] of numbers.entries())
    assert.ok(number <= (numbers[index + 1] ?? Infinity) + noise, numbers.join(' ≤ '));
}

/** Undefined stays undefined. */
export function assertNoLower(before: (number | null)[], after: (number | null)[]): void {
  for (const [index, was] of before.entries()) {
    const is = after[index] ?? null;
    assert.ok(was === null ? is === null : is !== null && is >= was - noise, `${index}: ${was} → ${is}`);
  }
}
