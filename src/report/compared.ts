import type { Assessment } from '#assessment/assessment.ts';
import { answersOf } from '#assessment/record-answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import type { ItemScore } from '#scoring/item-score.ts';
import type { Result } from '#scoring/result.ts';
import { scoreDetails } from '#scoring/score.ts';
import type { ComparedSide } from './comparison-document.ts';
import type { ItemState } from './item-report.ts';
import { itemReports, levelOf } from './item-report.ts';

/** An assessment with its whole pinned checklist, as the one who compares gives it. */
export type ToCompare = { assessment: Assessment; wholeChecklist: Checklist };

/** An item where it stands in the whole checklist; `score` and `state` only where it is in scope. */
export type StandingItem = { item: Item; area: Area; score?: ItemScore; state?: ItemState };

/** An assessment scored, with every item of its whole checklist by id. */
export type Compared = ToCompare & { checklist: Checklist; result: Result; items: Map<string, StandingItem> };

export function scoreToCompare({ assessment, wholeChecklist }: ToCompare): Compared {
  const { scope, policy, referenceDate, profile } = assessment.setup;
  const checklist = scopeChecklist(wholeChecklist, scope, policy);
  const input = { checklist, answers: answersOf(assessment), referenceDate, profile };
  const { items: scores, result } = scoreDetails(input);
  const states = new Map(itemReports(input, scores).map(({ id, state }) => [id, state]));
  const byId = new Map(scores.map(score => [score.id, score]));
  const items = new Map<string, StandingItem>();
  for (const area of wholeChecklist.areas)
    for (const item of area.items) {
      const [score, state] = [byId.get(item.id), states.get(item.id)];
      items.set(item.id, { item, area, ...(score && state ? { score, state } : {}) });
    }
  return { assessment, wholeChecklist, checklist, result, items };
}

export function sideOf({ assessment, wholeChecklist, result }: Compared): ComparedSide {
  const { city, unitCode, period, referenceDate, scope } = assessment.setup;
  const { id, version } = assessment.checklist;
  const gradeOf = (grade: string | null) => {
    const band = wholeChecklist.grades.find(one => one.id === grade);
    return band ? { id: band.id, label: band.label } : null;
  };
  return {
    ...{ id: assessment.id, city, period, referenceDate, state: assessment.state },
    ...(unitCode === undefined ? {} : { unitCode }),
    ...(scope === undefined ? {} : { scope }),
    checklist: { id, version, title: wholeChecklist.title },
    shown: result.claimed.shown,
    supported: result.supported.shown,
    grade: gradeOf(result.claimed.grade),
    supportedGrade: gradeOf(result.supported.grade),
  };
}

/** The place on the item's own scale that a fraction stands for; null for kinds without levels. */
export function levelIn({ wholeChecklist }: Compared, item: Item, fraction: number): number | null {
  return levelOf(item, fraction, scaleOf(item, wholeChecklist));
}
