import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import type { Action } from './action.ts';
import type { ActionChange } from './action-change.ts';
import type { Assessment } from './assessment.ts';
import { type ActionRefusal, addAction, changeAction, findAction, removeAction } from './change-action.ts';

/** `here`: its id in this copy; `rev`: the one that was seen, 0 where there was none; `theirs`: null where it was removed. */
type Brought = { here: string; rev: number; theirs: Action | null };
type Stamp = { by: string; at: string; why?: string };

/** Takes the content of an action as it is in another copy, by the rules that hold for every action; its notes are added beside it. */
export function bringAction(
  assessment: Assessment,
  checklist: Checklist,
  { here, rev, theirs, ...stamp }: Stamp & Brought,
): Decision<ActionChange, ActionRefusal> {
  const current = findAction(assessment, here);
  if (!theirs) return removeAction(assessment, { id: here, expectedRev: rev, ...stamp });
  const { content, origin } = theirs;
  if (rev > 0)
    return changeAction(assessment, checklist, { id: here, expectedRev: rev, content, planned: 'elsewhere', ...stamp });
  return current
    ? { refused: { reason: 'stale', current } }
    : addAction(assessment, checklist, { id: here, content, origin, planned: 'elsewhere', ...stamp });
}
