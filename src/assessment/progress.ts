import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Answer } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { cellPlaces, countFilledCells } from './matrix-cells.ts';
import { findAnswer } from './record-answer.ts';

/** What to do next. `unfinished`: a table that is answered but has open cells; it is offered once nothing is unanswered. */
export type NextItem = { id: string; areaId: string; state: 'unanswered' | 'unfinished' };

export type Progress = { answered: number; total: number; nextItem: NextItem | null };

/** How far the answers are; items that the city's facts exclude are not asked for. `checklist` is the one in scope. */
export function progressOf(assessment: Assessment, checklist: Checklist): Progress {
  const asked = checklist.areas.flatMap(area =>
    area.items
      .filter(item => !isExcludedByFact(item, assessment.setup.profile))
      .map(item => ({ id: item.id, areaId: area.id, state: workLeft(item, findAnswer(assessment, item.id)) })),
  );
  const open = asked.filter(({ state }) => state === 'unanswered');
  return {
    answered: asked.length - open.length,
    total: asked.length,
    nextItem: firstIn('unanswered', asked) ?? firstIn('unfinished', asked) ?? null,
  };
}

/** What is left to do on an item: a table is done when its last cell is filled in. */
export function workLeft(item: Item, answer: Answer | undefined): NextItem['state'] | 'done' {
  if (!answer) return 'unanswered';
  if (item.kind !== 'matrix' || answer.answer !== 'scored') return 'done';
  return countFilledCells(item, answer.value) < cellPlaces(item).length ? 'unfinished' : 'done';
}

type Asked = Omit<NextItem, 'state'> & { state: ReturnType<typeof workLeft> };

function firstIn(state: NextItem['state'], asked: Asked[]): NextItem | undefined {
  const found = asked.find(item => item.state === state);
  return found && { id: found.id, areaId: found.areaId, state };
}

/** A fact that is not stated excludes nothing. */
export function isExcludedByFact(item: Item, profile: Record<string, boolean>): boolean {
  return typeof item.conditional === 'object' && profile[item.conditional.fact] === false;
}
