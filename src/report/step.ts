import type { Scale } from '#checklist/checklist-schema.ts';

/** The step from 0 to 5 by which every kind of item is shown: a maturity level on the usual scale is its own step. */
export function stepOfFraction(fraction: number): number {
  return Math.floor(fraction * 5 + 1e-9);
}

/** The step of a level by its place on the scale. */
export function stepOfLevel(level: number, { min, max }: Scale): number {
  return stepOfFraction((level - min) / (max - min));
}

/** On levels 0 to 5 the numeral of a step is that of a level; on another scale it would say what nobody chose. */
export function isUsualScale({ min, max }: Scale): boolean {
  return min === 0 && max === 5;
}
