import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Action, type ActionContent, isUnfinished } from './action.ts';
import type { ActionChange } from './action-change.ts';
import type { Assessment } from './assessment.ts';
import { checkRoom } from './change-action.ts';
import { isPossibleTarget } from './check-target.ts';

type CarriedChange = Extract<ActionChange, { type: 'action-added' }>;

/** What of one assessment goes on in the next: unfinished, and not carried before. `left`: those whose item is not asked any more, or that find no room. */
export type Carried = { actions: Action[]; left: Action[] };

/** `checklist` is the one in the next assessment's scope. */
export function actionsToCarry(
  from: Pick<Assessment, 'id' | 'actions'>,
  next: Pick<Assessment, 'actions'>,
  checklist: Checklist,
): Carried {
  const carried: Carried = { actions: [], left: [] };
  const there = [...(next.actions ?? [])];
  for (const action of from.actions ?? []) {
    if (!isUnfinished(action) || isCarried(from.id, action, there)) continue;
    const fits =
      isStillAsked(action.content, checklist) && checkRoom({ actions: there }, action.content.item).length === 0;
    carried[fits ? 'actions' : 'left'].push(action);
    if (fits) there.push(action);
  }
  return carried;
}

/** The change that takes one action over; undefined where it was taken over meanwhile or does not fit. Its notes stay where they were written. */
export function carryAction(
  { assessment, action }: { assessment: string; action: Action },
  { next, checklist }: { next: Pick<Assessment, 'actions'>; checklist: Checklist },
  stamp: { id: string; by: string; at: string },
): CarriedChange | undefined {
  const { actions } = actionsToCarry({ id: assessment, actions: [action] }, next, checklist);
  if (actions.length === 0) return undefined;
  const content = withKnownDepartments(action.content, checklist);
  return { type: 'action-added', ...stamp, content, origin: { assessment, action: action.id } };
}

function isStillAsked({ item: itemId, target }: ActionContent, checklist: Checklist): boolean {
  const item = findItem(checklist, itemId);
  return item !== undefined && isPossibleTarget(target, item, checklist);
}

function withKnownDepartments({ lead, support, ...content }: ActionContent, checklist: Checklist): ActionContent {
  const known = new Set((checklist.departments ?? []).map(({ id }) => id));
  return {
    ...content,
    support: support.filter(id => known.has(id)),
    ...(lead !== undefined && known.has(lead) ? { lead } : {}),
  };
}

function isCarried(assessmentId: string, { id }: Action, there: readonly Action[]): boolean {
  return there.some(({ origin }) => origin?.assessment === assessmentId && origin.action === id);
}
