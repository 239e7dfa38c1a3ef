import type { Checklist } from '#checklist/checklist-schema.ts';
import { afterActions, type Step } from './action-effect.ts';
import type { ItemScore } from './item-score.ts';
import { type OverallResult, overallResult } from './overall-result.ts';
import { shownDifference } from './rounding.ts';
import { stepsByItem } from './steps-by-item.ts';

/** `items` as scoring gives them, all of the checklist. */
export type Base = { items: ItemScore[]; checklist: Checklist };

/** The whole result with the chosen actions done; steps on items that are not in scope change nothing. */
export function whatIf({ items, checklist }: Base, chosen: readonly Step[]): OverallResult {
  const byItem = stepsByItem(chosen);
  const after = items.map(score => {
    const steps = byItem.get(score.id);
    return steps ? afterActions(score, steps, checklist) : score;
  });
  return overallResult(after, checklist);
}

/** What the whole result gains, as differences of shown numbers; null where one of the two has no number. */
export type Gain = {
  score: number | null;
  low: number | null;
  supported: number | null;
  grade: GradeChange;
  supportedGrade: GradeChange;
};
type GradeChange = { from: string | null; to: string | null };

/** With that one action done, less what it is now. Gains are never added up. */
export function gainOf(base: Base, now: OverallResult, step: Step): Gain {
  return gainBetween(now, whatIf(base, [step]));
}

export function gainBetween(now: OverallResult, then: OverallResult): Gain {
  return {
    score: difference(then.claimed.shown.score, now.claimed.shown.score),
    low: difference(then.claimed.shown.low, now.claimed.shown.low),
    supported: difference(then.supported.shown, now.supported.shown),
    grade: { from: now.claimed.grade, to: then.claimed.grade },
    supportedGrade: { from: now.supported.grade, to: then.supported.grade },
  };
}

function difference(then: number | null, now: number | null): number | null {
  return then === null || now === null ? null : shownDifference(then, now);
}
