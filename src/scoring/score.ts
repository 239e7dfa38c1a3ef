import { type AreaScore, scoreAreas } from './area-score.ts';
import type { ItemScore, ScoringInput } from './item-score.ts';
import { groupByLenses } from './lens-groups.ts';
import { overallResult } from './overall-result.ts';
import type { ById, Result } from './result.ts';
import { robustnessOf } from './robustness.ts';
import { type GroupSummary, summarise } from './summary.ts';

/** The result by the definition in design/scoring.md. Pure; `checklist` is already reduced by `scopeChecklist`. */
export function scoreAssessment(input: ScoringInput): Result {
  return scoreDetails(input).result;
}

/** The result together with what each item contributes, in checklist order. */
export function scoreDetails(input: ScoringInput): { items: ItemScore[]; result: Result } {
  const { checklist } = input;
  const scored = scoreAreas(input);
  const items = scored.flatMap(area => area.items);
  const { claimed, supported, excludedShare } = overallResult(items, checklist);
  const areas = scored.map(summariseArea);
  const lenses = summariseLenses(input, items);
  const { gradeBeforeCap } = claimed;
  return {
    items,
    result: {
      claimed: {
        ...claimed,
        areas: areasById(areas, summary => summary.claimed),
        lenses: lensesById(lenses, summary => summary.claimed),
        robustness: robustnessOf({ checklist, items, areas, gradeBeforeCap }),
      },
      supported: {
        ...supported,
        areas: areasById(areas, summary => summary.supported),
        lenses: lensesById(lenses, summary => summary.supported),
      },
      excludedShare,
    },
  };
}

type AreaSummary = { id: string; weight: number } & GroupSummary;
type LensSummaries = [lensId: string, groups: [groupId: string, summary: GroupSummary][]];

/** With the weights within the area. */
function summariseArea({ id, weight, items }: AreaScore): AreaSummary {
  return { id, weight, ...summarise(items, ({ item }) => item.weight) };
}

function summariseLenses({ checklist }: ScoringInput, items: ItemScore[]): LensSummaries[] {
  return groupByLenses(checklist.lenses, items).map(([lensId, groups]) => [
    lensId,
    groups.map(([groupId, members]) => [groupId, summarise(members, ({ effectiveWeight }) => effectiveWeight)]),
  ]);
}

function areasById<T>(areas: AreaSummary[], pick: (summary: GroupSummary) => T): ById<T> {
  return Object.fromEntries(areas.map(area => [area.id, pick(area)]));
}

function lensesById<T>(lenses: LensSummaries[], pick: (summary: GroupSummary) => T): ById<ById<T>> {
  return Object.fromEntries(
    lenses.map(([lensId, groups]) => [
      lensId,
      Object.fromEntries(groups.map(([groupId, summary]) => [groupId, pick(summary)])),
    ]),
  );
}
