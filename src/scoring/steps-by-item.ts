import type { Step } from './action-effect.ts';

/** The steps on each item, in their order. */
export function stepsByItem<S extends Pick<Step, 'item'>>(steps: readonly S[]): Map<string, S[]> {
  const grouped = new Map<string, S[]>();
  for (const step of steps) {
    const same = grouped.get(step.item);
    if (same) same.push(step);
    else grouped.set(step.item, [step]);
  }
  return grouped;
}
