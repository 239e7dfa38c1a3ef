import type { ActionChange } from '#assessment/action-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { findAction } from '#assessment/change-action.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { actionParts, partsOfAction } from '../actions/action-parts.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';

type Sides = { before: Assessment | undefined; after: Assessment };

/** What was planned before and is now, part by part. */
export function actionChanges(
  change: ActionChange,
  { before, after }: Sides,
  checklist: Checklist,
  format: Format,
): AnswerChange[] {
  const was = before && findAction(before, change.id);
  const { t } = format;
  if (change.type === 'action-noted') {
    const words = t('actions.note.dated', { day: format.day(change.note.on), text: change.note.text });
    return [
      ...changed('measure', t('actions.measure'), '', was?.content.measure ?? ''),
      ...changed('note', t('actions.note'), '', words),
    ];
  }
  const sides = {
    was: partsOfAction(was, checklist, format),
    is: partsOfAction(findAction(after, change.id), checklist, format),
  };
  return actionParts.flatMap(part => changed(part, t(`actions.${part}`), sides.was[part], sides.is[part]));
}
