import type { ActionContent } from '#assessment/action.ts';
import { mostOfCells } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { ceilings } from './evidence-ceiling.ts';
import { fractionOf } from './fraction.ts';
import type { ItemScore } from './item-score.ts';

/** What an action is to its item. */
export type Step = Pick<ActionContent, 'item' | 'target' | 'evidence'>;

/**
 * The item with all these actions done: at the best of their targets, never below what it has, and with the evidence that they leave in force.
 * What is excluded stays so, and evidence alone answers nothing.
 */
export function afterActions(score: ItemScore, steps: readonly Step[], checklist: Checklist): ItemScore {
  if (score.state !== 'scored' && score.state !== 'open') return score;
  const fraction = bestFraction(score, steps, checklist);
  if (fraction === null) return score;
  const ceiling = Math.max(score.ceiling, ...steps.flatMap(({ evidence }) => evidence.map(kind => ceilings[kind])));
  return { ...score, state: 'scored', fraction, ceiling, supported: Math.min(fraction, ceiling / 5) };
}

/** How much of the item is reached at an action's target, 0–1. The target is one that `checkAction` let through. */
export function fractionOfTarget(item: Item, target: NonNullable<Step['target']>, checklist: Checklist): number {
  return item.kind === 'matrix'
    ? Number(target) / mostOfCells(item)
    : fractionOf(item, target, scaleOf(item, checklist));
}

function bestFraction({ item, fraction }: ItemScore, steps: readonly Step[], checklist: Checklist): number | null {
  const reached = steps.flatMap(({ target }) =>
    target === undefined ? [] : [fractionOfTarget(item, target, checklist)],
  );
  const known = fraction === null ? reached : [fraction, ...reached];
  return known.length === 0 ? null : Math.max(...known);
}
