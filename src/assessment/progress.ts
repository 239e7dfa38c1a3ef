import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Assessment } from './assessment.ts';
import { findAnswer } from './record-answer.ts';

export type Progress = { answered: number; total: number; nextItem: { id: string; areaId: string } | null };

/** How far the answers are; items that the city's facts exclude are not asked for. `checklist` is the one in scope. */
export function progressOf(assessment: Assessment, checklist: Checklist): Progress {
  const asked = checklist.areas.flatMap(area =>
    area.items
      .filter(item => !isExcludedByFact(item, assessment.setup.profile))
      .map(item => ({ id: item.id, areaId: area.id })),
  );
  const open = asked.filter(({ id }) => !findAnswer(assessment, id));
  return { answered: asked.length - open.length, total: asked.length, nextItem: open[0] ?? null };
}

/** A fact that is not stated excludes nothing. */
export function isExcludedByFact(item: Item, profile: Record<string, boolean>): boolean {
  return typeof item.conditional === 'object' && profile[item.conditional.fact] === false;
}
