import type { Checklist } from '#checklist/checklist-schema.ts';
import { type AreaScore, scoreAreas } from './area-score.ts';
import { type BottomLines, judgeBottomLines } from './bottom-lines.ts';
import { bandReached, capGrade, whyNoGrade } from './grade.ts';
import type { ItemScore, ScoringInput } from './item-score.ts';
import { groupByLenses } from './lens-groups.ts';
import type { ById, Result } from './result.ts';
import { robustnessOf } from './robustness.ts';
import { roundScore, shownOf } from './rounding.ts';
import { type GroupSummary, summarise } from './summary.ts';

/** The result by the definition in design/scoring.md. Pure; `checklist` is already reduced by `scopeChecklist`. */
export function scoreAssessment(input: ScoringInput): Result {
  return scoreDetails(input).result;
}

/** The result together with what each item contributes, in checklist order. */
export function scoreDetails(input: ScoringInput): { items: ItemScore[]; result: Result } {
  const figures = figuresOf(scoreAreas(input), input.checklist);
  const { items, excludedShare } = figures;
  return { items, result: { claimed: claimedResult(figures), supported: supportedResult(figures), excludedShare } };
}

type Figures = {
  checklist: Checklist;
  items: ItemScore[];
  overall: GroupSummary;
  areas: ({ id: string; weight: number } & GroupSummary)[];
  lenses: [lensId: string, groups: [groupId: string, summary: GroupSummary][]][];
  bottomLines: BottomLines;
  excludedShare: number;
  graded: boolean;
};

function figuresOf(areas: AreaScore[], checklist: Checklist): Figures {
  const items = areas.flatMap(area => area.items);
  const overall = summarise(items, effectiveWeight);
  const excludedShare = excludedShareOf(items);
  return {
    checklist,
    items,
    overall,
    areas: areas.map(({ id, weight, items }) => ({ id, weight, ...summarise(items, ownWeight) })),
    lenses: groupByLenses(checklist.lenses, items).map(([lensId, groups]) => [
      lensId,
      groups.map(([groupId, members]) => [groupId, summarise(members, effectiveWeight)]),
    ]),
    bottomLines: judgeBottomLines(items),
    excludedShare,
    graded: whyNoGrade(checklist, overall.claimed, excludedShare) === null,
  };
}

function claimedResult({ checklist, items, overall, areas, lenses, bottomLines, graded }: Figures): Result['claimed'] {
  const { breached, unverified } = bottomLines;
  const shown = shownOf(overall.claimed);
  const gradeBeforeCap = graded ? bandReached(checklist, shown.low) : null;
  return {
    overall: overall.claimed,
    areas: areasById(areas, summary => summary.claimed),
    lenses: lensesById(lenses, summary => summary.claimed),
    grade: capGrade(checklist, gradeBeforeCap, [...breached, ...unverified]),
    gradeBeforeCap,
    breached,
    unverified,
    robustness: robustnessOf({ checklist, items, areas, gradeBeforeCap }),
    shown,
  };
}

function supportedResult({ checklist, overall, areas, lenses, bottomLines, graded }: Figures): Result['supported'] {
  const { breached, unverified, unsupported } = bottomLines;
  const shown = roundScore(overall.supported);
  const gradeBeforeCap = graded ? bandReached(checklist, shown) : null;
  return {
    overall: overall.supported,
    areas: areasById(areas, summary => summary.supported),
    lenses: lensesById(lenses, summary => summary.supported),
    grade: capGrade(checklist, gradeBeforeCap, [...breached, ...unverified, ...unsupported]),
    gradeBeforeCap,
    unsupported,
    shown,
  };
}

function excludedShareOf(items: ItemScore[]): number {
  return items.reduce((sum, { state, nominalWeight }) => sum + (state === 'excluded-by-hand' ? nominalWeight : 0), 0);
}

function areasById<T>(areas: Figures['areas'], pick: (summary: GroupSummary) => T): ById<T> {
  return Object.fromEntries(areas.map(area => [area.id, pick(area)]));
}

function lensesById<T>(lenses: Figures['lenses'], pick: (summary: GroupSummary) => T): ById<ById<T>> {
  return Object.fromEntries(
    lenses.map(([lensId, groups]) => [
      lensId,
      Object.fromEntries(groups.map(([groupId, summary]) => [groupId, pick(summary)])),
    ]),
  );
}

function effectiveWeight(item: ItemScore): number {
  return item.effectiveWeight;
}

/** Its weight within its area. */
function ownWeight({ item }: ItemScore): number {
  return item.weight;
}
