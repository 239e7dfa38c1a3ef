import type { Checklist } from '#checklist/checklist-schema.ts';
import { judgeBottomLines } from './bottom-lines.ts';
import { bandReached, capGrade, whyNoGrade } from './grade.ts';
import type { ItemScore } from './item-score.ts';
import type { Result, Summary } from './result.ts';
import { roundScore, shownOf } from './rounding.ts';
import { summarise } from './summary.ts';

type Claimed = Pick<Result['claimed'], 'overall' | 'grade' | 'gradeBeforeCap' | 'breached' | 'unverified' | 'shown'>;
type Supported = Pick<Result['supported'], 'overall' | 'grade' | 'gradeBeforeCap' | 'unsupported' | 'shown'>;

/** The whole result without its parts by area and lens. */
export type OverallResult = { claimed: Claimed; supported: Supported; excludedShare: number };

/** `items`: every item of the checklist with its effective weight. */
export function overallResult(items: ItemScore[], checklist: Checklist): OverallResult {
  const { claimed, supported } = summarise(items, ({ effectiveWeight }) => effectiveWeight);
  const excludedShare = excludedShareOf(items);
  const graded = whyNoGrade(checklist, claimed, excludedShare) === null;
  const { breached, unverified, unsupported } = judgeBottomLines(items);
  const failing = [...breached, ...unverified];
  return {
    claimed: { ...headOf(claimed, { checklist, graded, failing }), breached, unverified },
    supported: {
      overall: supported,
      ...gradesOf(roundScore(supported), { checklist, graded, failing: [...failing, ...unsupported] }),
      unsupported,
      shown: roundScore(supported),
    },
    excludedShare,
  };
}

type Grading = { checklist: Checklist; graded: boolean; failing: string[] };

function headOf(overall: Summary, grading: Grading) {
  const shown = shownOf(overall);
  return { overall, ...gradesOf(shown.low, grading), shown };
}

function gradesOf(shown: number | null, { checklist, graded, failing }: Grading) {
  const gradeBeforeCap = graded ? bandReached(checklist, shown) : null;
  return { grade: capGrade(checklist, gradeBeforeCap, failing), gradeBeforeCap };
}

function excludedShareOf(items: ItemScore[]): number {
  return items.reduce((sum, { state, nominalWeight }) => sum + (state === 'excluded-by-hand' ? nominalWeight : 0), 0);
}
