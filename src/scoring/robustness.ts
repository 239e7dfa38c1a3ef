import type { Checklist } from '#checklist/checklist-schema.ts';
import { bandReached } from './grade.ts';
import type { ItemScore } from './item-score.ts';
import { meanRange, type Part, type Range } from './mean-range.ts';
import type { Robustness, Summary } from './result.ts';
import { roundScore } from './rounding.ts';
import { per100 } from './summary.ts';

/** By how much each area's weight may move, up and down. */
const weightShift = 0.2;

type Subject = {
  checklist: Checklist;
  items: ItemScore[];
  areas: { weight: number; claimed: Summary }[];
  gradeBeforeCap: string | null;
};

/** The result under other weightings. */
export function robustnessOf({ checklist, items, areas, gradeBeforeCap }: Subject): Robustness {
  const weighed = areas.filter(({ weight }) => weight > 0);
  const scores = weighed.flatMap(({ weight, claimed }) => scorePart(weight, claimed));
  const lows = weighed.flatMap(({ weight, claimed: { low } }) => (low === null ? [] : [{ value: low, weight }]));
  const lowRange = meanRange(lows, weightShift);
  return {
    equalItems: equalItems(items),
    equalAreas: mean(weighed.flatMap(({ claimed }) => scorePart(1, claimed))),
    weakestArea: scores.length === 0 ? null : Math.min(...scores.map(({ value }) => value)),
    scoreRange: meanRange(scores, weightShift),
    lowRange,
    gradeStable: gradeBeforeCap === null ? null : isWithin(lowRange, gradeBeforeCap, checklist),
  };
}

/** An area counts in the overall score with its weight as far as it is covered. */
function scorePart(weight: number, { score, coverage }: Summary): Part[] {
  return score === null || coverage === null ? [] : [{ value: score, weight: weight * coverage }];
}

function equalItems(items: ItemScore[]): number | null {
  let [sum, count] = [0, 0];
  for (const { item, fraction } of items) {
    if (item.weight === 0 || fraction === null) continue;
    sum += fraction;
    count++;
  }
  return per100(sum, count);
}

function mean(parts: Part[]): number | null {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? null : parts.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}

function isWithin(lowRange: Range, grade: string, checklist: Checklist): boolean {
  return lowRange.every(end => bandReached(checklist, roundScore(end)) === grade);
}
