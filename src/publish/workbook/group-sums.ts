import type { ItemReport } from '#report/item-report.ts';

/** Of the whole's parts: scored, all, and both weighted by their worth, as claimed and as supported. */
export function groupSums(items: readonly ItemReport[]): number[] {
  const over = (worth: (item: ItemReport) => number) => items.reduce((sum, item) => sum + worth(item), 0);
  return [
    over(({ fraction, effectiveWeight }) => (fraction === null ? 0 : effectiveWeight)),
    over(({ effectiveWeight }) => effectiveWeight),
    over(({ fraction, effectiveWeight }) => effectiveWeight * (fraction ?? 0)),
    over(({ supported, effectiveWeight }) => effectiveWeight * (supported ?? 0)),
  ];
}
