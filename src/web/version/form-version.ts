import type { Assessment } from '#assessment/assessment.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';
import { versionDifferences } from '#checklist/version-differences.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { readTypedAnswer, sameTyped, type TypedAnswer, typedOfAnswer } from '../assessment/typed-answer.ts';
import type { Site } from '../site.ts';

/** Whether a form was made from a version of the checklist in which the item asks something else, or that nobody has any more. */
export function isOtherQuestion(
  { checklists }: Pick<Site, 'checklists'>,
  { assessment, wholeChecklist }: OpenAssessment,
  { itemId, version }: { itemId: string; version: string | undefined },
): boolean {
  const { checklist } = assessment;
  if (version === undefined || version === checklist.version) return false;
  const shown = checklists.find(checklist.id, version)?.checklist;
  return !shown || !versionDifferences(shown, wholeChecklist).kept.some(({ after }) => after.item.id === itemId);
}

export type GoneAnswer = { item: Item; typed: TypedAnswer };

/** What was typed for items that the area does not have any more since the assessment was moved. */
export function goneAnswers(
  { checklists }: Pick<Site, 'checklists'>,
  { assessment, area }: { assessment: Assessment; area: Area },
  fields: FormFields,
): GoneAnswer[] {
  const { id, version } = assessment.checklist;
  const there = new Set(area.items.map(item => item.id));
  return [...fields].flatMap(([name, shown]) => {
    const itemId = /^(.+):version$/.exec(name)?.[1];
    if (itemId === undefined || there.has(itemId) || shown === version) return [];
    const item = itemOf(checklists.find(id, shown)?.checklist, itemId);
    if (!item) return [];
    const typed = readTypedAnswer(fields, item);
    return sameTyped(typed, typedOfAnswer(answerBefore(assessment, itemId), item)) ? [] : [{ item, typed }];
  });
}

function itemOf(checklist: Checklist | undefined, itemId: string): Item | undefined {
  return checklist && findItem(checklist, itemId);
}

function answerBefore({ answers, moves = [] }: Assessment, itemId: string) {
  const left = moves.findLast(move => Object.hasOwn(move.left, itemId))?.left[itemId];
  return left?.answer ?? (Object.hasOwn(answers, itemId) ? answers[itemId]?.answer : undefined);
}
