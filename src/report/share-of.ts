import { roundScore } from '#scoring/rounding.ts';
import type { ItemReport } from './item-report.ts';

/** A fraction of 1 as a share of 100 with one decimal. */
export function shareOf(fraction: number): number {
  return roundScore(100 * fraction);
}

/** What an answer lacks to full marks, in points of the whole. */
export function lostPoints({ fraction, effectiveWeight }: ItemReport): number {
  return shareOf(effectiveWeight * (1 - (fraction ?? 0)));
}

/** What an answer claims above its evidence, in points of the whole. */
export function claimedAbove({ fraction, supported, effectiveWeight }: ItemReport): number {
  return shareOf(effectiveWeight * ((fraction ?? 0) - (supported ?? 0)));
}
