import { type Action, actionContentSchema, isOverdue } from '#assessment/action.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import { itemHead } from '../assessment/item-head.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { actionErrors } from './action-errors.ts';
import { actionFields } from './action-fields.ts';
import { contentOfTyped, type TypedAction, typedOfContent } from './action-form.ts';
import { actionParts, actionWords, partsOfAction } from './action-parts.ts';
import { itemChoice } from './item-choice.ts';

export type ActionPage = {
  open: OpenAssessment;
  today: string;
  /** As it is stored; undefined for a new one. */
  action?: Action | undefined;
  typed: TypedAction;
  faults?: Fault[];
  /** Somebody else changed or removed it while this form was open (`stale`, `removed`), or before it was to be removed (`changed`). */
  trouble?: 'stale' | 'removed' | 'changed' | undefined;
  note?: TypedNote;
};
type TypedNote = { on: string; text: string; error: string | null };

/** An action to be planned or changed, with its progress. */
export function actionPage(page: ActionPage, format: Format): Page {
  const { open, action, typed, today } = page;
  const { t } = format;
  const item = findItem(open.checklist, typed.item) ?? findItem(open.wholeChecklist, typed.item);
  const title = t(action ? 'actions.page.change' : 'actions.page.new');
  const base = `/assessments/${open.assessment.id}/actions`;
  const address = action ? `${base}/${action.id}` : base;
  return {
    template: 'actions/action',
    title,
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'actions', format),
    view: {
      ...{ title, back: base, address, isNew: !action },
      submit: t(action ? 'actions.save' : 'actions.add'),
      overdue: action ? isOverdue(action, today) : false,
      origin: action?.origin ? t('actions.origin') : null,
      originHref: action?.origin ? `/assessments/${action.origin.assessment}/actions/${action.origin.action}` : null,
      choice: item ? null : itemChoice(open, typed.item, format),
      item: item ? itemHead(item, open, format) : null,
      ...formOf(page, item, format),
      conflict: conflictOf(page, format),
      removed: page.trouble === 'removed',
      changedMeanwhile: page.trouble === 'changed',
      progress: action ? progressOf(page, action, format) : null,
      changed: action
        ? t('actions.changed', { who: personName(action.by, open, format), when: format.dayAndTime(action.at) })
        : null,
    },
  };
}

function formOf({ open, typed, faults = [] }: ActionPage, item: Item | undefined, format: Format) {
  const errors = actionErrors(faults, typed, format);
  return {
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    fields: item ? actionFields({ open, item, typed, errors }, format) : null,
  };
}

/** What differs, as stored and as typed. */
function conflictOf({ trouble, action, typed, open }: ActionPage, format: Format) {
  const mine = actionContentSchema.safeParse(contentOfTyped(typed));
  if (trouble !== 'stale' || !action || !mine.success) return null;
  const { wholeChecklist } = open;
  const stored = partsOfAction(action, wholeChecklist, format);
  const yours = actionWords(mine.data, wholeChecklist, format);
  const differing = actionParts.filter(part => stored[part] !== yours[part]);
  const side = (heading: string, words: typeof stored) => ({
    heading: format.t(heading),
    fields: differing.map(part => ({ label: format.t(`actions.${part}`), value: words[part] || format.score(null) })),
  });
  return { sides: [side('actions.conflict.stored', stored), side('actions.conflict.yours', yours)] };
}

function progressOf({ open, today, note }: ActionPage, action: Action, format: Format) {
  return {
    notes: action.notes.toReversed().map(({ on, text, by }) => ({
      ...{ text, day: format.day(on), iso: on },
      who: personName(by, open, format),
    })),
    on: note?.on ?? today,
    text: note?.text ?? '',
    error: note?.error ?? null,
  };
}

/** The form of an action as it is stored. */
export function storedPage(open: OpenAssessment, action: Action, today: string): ActionPage {
  return { open, action, today, typed: typedOfContent(action.content, action.rev) };
}
