import { isExcludedByFact } from '#assessment/progress.ts';
import { answersOf, findAnswer } from '#assessment/record-answer.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { type Counts, totalOf } from '#workshop/counts.ts';
import { openShares } from '#workshop/open-shares.ts';
import { revealedRounds } from '#workshop/progress.ts';
import { fewestForBars } from '#workshop/round-results.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';

/** What quick sets and orders go by. */
export type PlanKnowledge = {
  /** All items that may be put on an agenda, in the order of the checklist. */
  items: string[];
  core: ReadonlySet<string>;
  unanswered: ReadonlySet<string>;
  /** Counts of the last vote on each item in an earlier workshop of this assessment. */
  counts: ReadonlyMap<string, Counts>;
  /** How much of the score each item leaves open, 0–1. */
  shares: ReadonlyMap<string, number>;
};

/** `earlier`: oldest first. */
export function planKnowledge({ assessment, checklist }: OpenAssessment, earlier: readonly Workshop[]): PlanKnowledge {
  const { profile, referenceDate } = assessment.setup;
  const asked = itemsOf(checklist).filter(item => !isExcludedByFact(item, profile));
  return {
    items: asked.map(({ id }) => id),
    core: new Set(asked.flatMap(({ id, core }) => (core ? [id] : []))),
    unanswered: new Set(asked.flatMap(({ id }) => (findAnswer(assessment, id) ? [] : [id]))),
    counts: new Map(earlier.flatMap(lastCounts)),
    shares: openShares({ checklist, answers: answersOf(assessment), referenceDate, profile }),
  };
}

/** Only what the room saw. */
function lastCounts({ items }: Workshop): [item: string, counts: Counts][] {
  return Object.entries(items).flatMap(([item, progress]): [string, Counts][] => {
    const counts = revealedRounds(progress).last?.outcome?.counts ?? [];
    return totalOf(counts) >= fewestForBars ? [[item, counts]] : [];
  });
}
