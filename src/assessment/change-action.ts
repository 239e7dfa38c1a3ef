import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import { check, type Fault, fault } from '#shared/fault.ts';
import { type Action, type ActionContent, actionLimits, actionNoteSchema } from './action.ts';
import type { ActionChange } from './action-change.ts';
import type { Assessment } from './assessment.ts';
import { checkAction, type Planned } from './check-action.ts';

export type ActionRefusal =
  | { reason: 'not-found' }
  | { reason: 'faulty'; faults: Fault[] }
  | { reason: 'stale'; current: Action }
  | { reason: 'unchanged'; current: Action }
  /** There is one that says the same. */
  | { reason: 'duplicate'; current: Action };

/** `why` is a remark for the history. */
type Stamp = { by: string; at: string; why?: string };
/** `planned` is `here` unless it says otherwise. */
type Content = { content: unknown; planned?: Planned | undefined };
type Decided = Decision<ActionChange, ActionRefusal>;

export function findAction({ actions = [] }: Pick<Assessment, 'actions'>, id: string): Action | undefined {
  return actions.find(action => action.id === id);
}

/** Actions live on after handing in, so a final assessment takes them too: they change no answer. */
export function addAction(
  assessment: Assessment,
  checklist: Checklist,
  { id, content, planned, origin, ...stamp }: Stamp & Content & { id: string; origin?: Action['origin'] | undefined },
): Decided {
  const checked = checkAction(content, { assessment, checklist, planned });
  if (!checked.ok) return { refused: { reason: 'faulty', faults: checked.faults } };
  const same = assessment.actions?.find(action => isSamePlan(action.content, checked.value));
  if (same) return { refused: { reason: 'duplicate', current: same } };
  const faults = checkRoom(assessment, checked.value.item);
  if (faults.length > 0) return { refused: { reason: 'faulty', faults } };
  return { change: { type: 'action-added', ...stamp, id, content: checked.value, ...(origin ? { origin } : {}) } };
}

export function changeAction(
  assessment: Assessment,
  checklist: Checklist,
  { id, expectedRev, content, planned, ...stamp }: Stamp & Content & { id: string; expectedRev: number },
): Decided {
  const current = findAction(assessment, id);
  if (!current) return { refused: { reason: 'not-found' } };
  const checked = checkAction(content, { assessment, checklist, before: current.content, planned });
  if (!checked.ok) return { refused: { reason: 'faulty', faults: checked.faults } };
  if (expectedRev !== current.rev) return { refused: { reason: 'stale', current } };
  if (isSamePlan(current.content, checked.value)) return { refused: { reason: 'unchanged', current } };
  const moved = checked.value.item !== current.content.item;
  const faults = moved ? checkRoom(assessment, checked.value.item) : [];
  if (faults.length > 0) return { refused: { reason: 'faulty', faults } };
  return { change: { type: 'action-changed', ...stamp, id, rev: current.rev + 1, content: checked.value } };
}

/** A note is added whatever else happened to the action meanwhile; the same one twice is one. */
export function noteAction(
  assessment: Assessment,
  { id, note, ...stamp }: Stamp & { id: string; note: unknown },
): Decided {
  const current = findAction(assessment, id);
  if (!current) return { refused: { reason: 'not-found' } };
  const checked = check(actionNoteSchema, note);
  if (!checked.ok) return { refused: { reason: 'faulty', faults: checked.faults } };
  const { on, text } = checked.value;
  if (current.notes.some(known => known.on === on && known.text === text))
    return { refused: { reason: 'unchanged', current } };
  if (current.notes.length >= actionLimits.notes)
    return { refused: { reason: 'faulty', faults: [tooMany(['text'], actionLimits.notes)] } };
  return { change: { type: 'action-noted', ...stamp, id, note: checked.value } };
}

export function removeAction(
  assessment: Assessment,
  { id, expectedRev, ...stamp }: Stamp & { id: string; expectedRev: number },
): Decided {
  const current = findAction(assessment, id);
  if (!current) return { refused: { reason: 'not-found' } };
  if (expectedRev !== current.rev) return { refused: { reason: 'stale', current } };
  return { change: { type: 'action-removed', ...stamp, id, rev: current.rev + 1 } };
}

/** Whether one more fits. */
export function checkRoom({ actions = [] }: Pick<Assessment, 'actions'>, itemId: string): Fault[] {
  if (actions.length >= actionLimits.perAssessment) return [tooMany(['item'], actionLimits.perAssessment)];
  const onItem = actions.filter(({ content }) => content.item === itemId).length;
  return onItem >= actionLimits.perItem ? [tooMany(['item'], actionLimits.perItem)] : [];
}

function tooMany(path: Fault['path'], most: number): Fault {
  return fault(path, `最多 ${most} 条，不能再加`, `there are ${most} already; no more can be added`);
}

/** The parts stand in an order of their own in what was sent. */
export function isSamePlan(a: ActionContent, b: ActionContent): boolean {
  return markOfContent(a) === markOfContent(b);
}

function markOfContent({ item, target, evidence, measure, lead, support, ...rest }: ActionContent): string {
  const { deadline, cost, funding, status, acceptance } = rest;
  return JSON.stringify([
    ...[item, target, evidence, measure, lead, support, deadline, cost?.band, cost?.estimate, funding, status],
    ...[acceptance?.by, acceptance?.on, acceptance?.against],
  ]);
}
