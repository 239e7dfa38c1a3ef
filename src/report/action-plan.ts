import { type Action, isOverdue, isUnfinished } from '#assessment/action.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { findAreaOfItem } from '#checklist/checklist-lookups.ts';
import type { Area, Item } from '#checklist/checklist-schema.ts';
import type { ItemScore, ScoringInput } from '#scoring/item-score.ts';
import type { OverallResult } from '#scoring/overall-result.ts';
import { type Base, type Gain, gainOf, whatIf } from '#scoring/what-if.ts';
import type { IsoDay } from '#shared/iso-day.ts';
import { type Suggestion, suggestActions } from './suggested-actions.ts';

export type PlannedAction = {
  action: Action;
  /** Where the item is in scope. */
  place: { item: Item; area: Area; score: ItemScore } | undefined;
  /** Of a dropped action too: what was given up. */
  gain: Gain;
  isOverdue: boolean;
  /** Its item is a bottom line that is breached, unverified or unsupported. */
  isBottomLine: boolean;
  /** What it takes to hold somebody to it. */
  missing: ('lead' | 'deadline')[];
};

export type ActionPlan = {
  base: Base;
  now: OverallResult;
  /** With everything done that is not done yet. */
  whenDone: OverallResult;
  /** In the order in which they were added. */
  actions: PlannedAction[];
  suggestions: Suggestion[];
};

type Planning = { assessment: Assessment; input: ScoringInput; items: ItemScore[] };

/** `items`: what scoring makes of `input`; `today` decides what is overdue. */
export function planOf({ assessment, input, items }: Planning, today: IsoDay): ActionPlan {
  const { actions = [] } = assessment;
  const base = { items, checklist: input.checklist };
  const now = whatIf(base, []);
  const failing = failingLines(now);
  const scores = new Map(items.map(score => [score.id, score]));
  const unfinished = actions.filter(isUnfinished).map(({ content }) => content);
  return {
    base,
    now,
    whenDone: whatIf(base, unfinished),
    actions: actions.map(action => ({
      action,
      place: placeOf(action, base, scores),
      gain: gainOf(base, now, action.content),
      isOverdue: isOverdue(action, today),
      isBottomLine: failing.has(action.content.item),
      missing: missingOf(action),
    })),
    suggestions: suggestActions({ input, items, actions, failing }),
  };
}

function failingLines({ claimed, supported }: OverallResult): Set<string> {
  return new Set([...claimed.breached, ...claimed.unverified, ...supported.unsupported]);
}

function placeOf({ content }: Action, { checklist }: Base, scores: Map<string, ItemScore>): PlannedAction['place'] {
  const score = scores.get(content.item);
  const area = findAreaOfItem(checklist, content.item);
  return score && area ? { item: score.item, area, score } : undefined;
}

function missingOf({ content: { lead, deadline } }: Action): PlannedAction['missing'] {
  return [
    ...(lead === undefined ? (['lead'] as const) : []),
    ...(deadline === undefined ? (['deadline'] as const) : []),
  ];
}
