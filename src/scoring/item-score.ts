import type { Answer } from '#assessment/answer.ts';
import { isExcludedByFact } from '#assessment/progress.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { IsoDay } from '#shared/iso-day.ts';
import { ceilingOf } from './evidence-ceiling.ts';
import { fractionOf } from './fraction.ts';

/** What is scored: the checklist as scope and policy leave it, and the answers that stand, by item id. */
export type ScoringInput = {
  checklist: Checklist;
  answers: ReadonlyMap<string, Answer>;
  referenceDate: IsoDay;
  profile: Record<string, boolean>;
};

type ItemState = 'scored' | 'open' | 'excluded-by-hand' | 'excluded-by-fact';

/** An item with the answer that stands, before it is weighed. */
export type Standing = { item: Item; answer: Answer | undefined; state: ItemState };

export type Weights = {
  /** Its part of the whole; all scored and open items add up to 1. */
  effectiveWeight: number;
  /** Its part of the whole as long as nothing is excluded by hand. */
  nominalWeight: number;
};

export type ItemScore = Weights & {
  id: string;
  item: Item;
  state: ItemState;
  /** As answered, 0–1; null unless scored. */
  fraction: number | null;
  /** As far as evidence in force supports it, 0–1; 0 unless scored. */
  supported: number;
  /** Of the evidence in force, 0–5. */
  ceiling: number;
};

export function standingOf(item: Item, { answers, profile }: ScoringInput): Standing {
  const answer = answers.get(item.id);
  return { item, answer, state: isExcludedByFact(item, profile) ? 'excluded-by-fact' : stateOf(answer) };
}

export function scoreItem(
  { item, answer, state }: Standing,
  { effectiveWeight, nominalWeight }: Weights,
  { checklist, referenceDate }: ScoringInput,
): ItemScore {
  const ceiling = ceilingOf(answer?.evidence, referenceDate);
  const fraction = state === 'scored' ? fractionOf(item, answer?.value, scaleOf(item, checklist)) : null;
  const supported = Math.min(fraction ?? 0, ceiling / 5);
  return { id: item.id, item, state, fraction, supported, ceiling, effectiveWeight, nominalWeight };
}

function stateOf(answer: Answer | undefined): ItemState {
  switch (answer?.answer) {
    case 'scored':
      return 'scored';
    case 'not-applicable':
    case 'not-our-mandate':
      return 'excluded-by-hand';
    default:
      return 'open';
  }
}
