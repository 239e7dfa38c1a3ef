import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Text } from '#shared/text.ts';
import type { Action } from './action.ts';
import type { Assessment } from './assessment.ts';
import { bringAction } from './bring-action.ts';
import { findAction, isSamePlan } from './change-action.ts';

/** An action of another copy of the assessment; `base` is what both copies last had in common. */
export type IncomingAction = { id: string; base: Action | null; theirs: Action | null };

/** `noted`: nothing but notes on its progress. */
type ActionKind = 'new' | 'changed' | 'removed' | 'conflicting' | 'noted';

/** What another copy would make of one action. `here` is its id in this copy, `rev` that of the present one, 0 where there is none; `theirs` is null where it would be removed. */
export type ActionEntry = {
  id: string;
  here: string;
  kind: ActionKind;
  rev: number;
  stored: Action | null;
  theirs: Action | null;
  /** Those that are not here; they come with a new one, and beside a changed one as an entry of their own. */
  notes: Action['notes'];
};

export type ActionFault = { theirs: Action; message: Required<Text> };
export type ActionDiff = { entries: ActionEntry[]; invalid: ActionFault[] };

type State = { assessment: Assessment; checklist: Checklist };

/** What the actions of two states of another copy differ in. */
export function actionsBetween(
  base: Pick<Assessment, 'actions'>,
  theirs: Pick<Assessment, 'actions'>,
): IncomingAction[] {
  const ids = new Set([...(base.actions ?? []), ...(theirs.actions ?? [])].map(({ id }) => id));
  return [...ids]
    .map(id => ({ id, base: findAction(base, id) ?? null, theirs: findAction(theirs, id) ?? null }))
    .filter(each => !isAsBefore(each));
}

/** Holds them against the present actions. Nothing is stored. `checklist` is the one in scope. */
export function diffActions(incoming: readonly IncomingAction[], state: State): ActionDiff {
  const diff: ActionDiff = { entries: [], invalid: [] };
  for (const each of incoming)
    for (const entry of entriesOf(each, state.assessment)) {
      const message = faultOf(entry, state);
      if (message && entry.theirs) diff.invalid.push({ theirs: entry.theirs, message });
      else diff.entries.push(entry);
    }
  return diff;
}

function isAsBefore({ base, theirs }: IncomingAction): boolean {
  if (!base || !theirs) return base === theirs;
  return isSamePlan(base.content, theirs.content) && base.notes.length === theirs.notes.length;
}

function entriesOf(incoming: IncomingAction, assessment: Assessment): ActionEntry[] {
  const { id, base, theirs } = incoming;
  const stored = counterpartOf(incoming, assessment);
  const notes = (theirs?.notes ?? []).filter(note => !stored?.notes.some(known => isSameNote(known, note)));
  const entry = { id, here: stored?.id ?? id, rev: stored?.rev ?? 0, stored, theirs, notes };
  if (!theirs) return stored ? [{ ...entry, kind: isUntouched(stored, base) ? 'removed' : 'conflicting' }] : [];
  if (!stored) return [{ ...entry, kind: base ? 'conflicting' : 'new' }];
  const differs = !isSamePlan(theirs.content, stored.content) && !(base && isSamePlan(theirs.content, base.content));
  const kind = base && isSamePlan(stored.content, base.content) ? 'changed' : 'conflicting';
  return [
    ...(differs ? [{ ...entry, kind, notes: [] } satisfies ActionEntry] : []),
    ...(notes.length > 0 ? [{ ...entry, kind: 'noted' } satisfies ActionEntry] : []),
  ];
}

/** The one with its id; of one that is new there, also one that was carried over from the same action, or that says the same. */
function counterpartOf({ id, base, theirs }: IncomingAction, assessment: Assessment): Action | null {
  const known = findAction(assessment, id);
  if (known || base || !theirs) return known ?? null;
  const { origin, content } = theirs;
  const isSameOrigin = (action: Action) =>
    origin !== undefined && action.origin?.assessment === origin.assessment && action.origin.action === origin.action;
  const { actions = [] } = assessment;
  return actions.find(isSameOrigin) ?? actions.find(action => isSamePlan(action.content, content)) ?? null;
}

/** Removing it would take away the notes that were added here meanwhile. */
function isUntouched(stored: Action, base: Action | null): boolean {
  return base !== null && isSamePlan(stored.content, base.content) && stored.notes.length === base.notes.length;
}

type Note = Action['notes'][number];

function isSameNote(a: Note, b: Note): boolean {
  return a.on === b.on && a.text === b.text;
}

/** What the rules say against it. */
function faultOf(
  { kind, here, rev, theirs }: ActionEntry,
  { assessment, checklist }: State,
): Required<Text> | undefined {
  if (kind === 'noted') return undefined;
  const decided = bringAction(assessment, checklist, { here, rev, theirs, by: '', at: '' });
  return 'refused' in decided && decided.refused.reason === 'faulty' ? decided.refused.faults[0]?.message : undefined;
}
