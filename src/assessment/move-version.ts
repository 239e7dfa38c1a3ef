import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import type { Decision } from '#shared/decision.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import { planMove } from './plan-move.ts';
import { planUndo } from './plan-undo.ts';
import { findRecord } from './record-answer.ts';
import { stateMark } from './state-mark.ts';

/** `stale`: it is not as it was when the one who moves it was shown what would happen. */
export type MoveRefusal = 'final' | 'stale';

/** `seen` is the mark of the state that was shown. */
type Moving = { seen: string; by: string; at: string };
type Moved = Extract<AssessmentChange, { type: 'checklist-changed' }>;
type MovedBack = Extract<AssessmentChange, { type: 'checklist-change-undone' }>;

/** Pins the assessment to `after`; answers that are not equivalent are taken out, to be put back by undoing. */
export function moveVersion(
  assessment: Assessment,
  { before, after }: { before: Checklist; after: PinnedVersion },
  { seen, ...stamp }: Moving,
): Decision<Moved, MoveRefusal> {
  const refused = refusal(assessment, seen);
  if (refused) return { refused };
  const { setup, left, differences } = planMove(assessment, before, after.checklist);
  return {
    change: {
      type: 'checklist-changed',
      ...stamp,
      checklist: after.pin,
      setup,
      taken: left.map(({ item }) => next(assessment, item.id)),
      changed: differences.changed.map(({ after: { item } }) => item.id),
    },
  };
}

/** Takes the last move back as a whole. `before` is the version it came from, `present` the one it has. */
export function undoMove(
  assessment: Assessment,
  { before, present }: { before: Checklist; present: Checklist },
  { seen, ...stamp }: Moving,
): Decision<MovedBack, MoveRefusal> {
  const refused = refusal(assessment, seen);
  const plan = planUndo(assessment, { before, present });
  if (refused || !plan) return { refused: refused ?? 'stale' };
  return {
    change: {
      type: 'checklist-change-undone',
      ...stamp,
      checklist: plan.move.from,
      setup: plan.setup,
      restored: plan.restored.map(itemId => next(assessment, itemId)),
      taken: plan.taken.map(({ item }) => next(assessment, item.id)),
    },
  };
}

function refusal(assessment: Assessment, seen: string): MoveRefusal | undefined {
  if (assessment.state === 'final') return 'final';
  return stateMark(assessment) === seen ? undefined : 'stale';
}

/** Revisions count on: a form that shows an older one is told so. */
function next(assessment: Assessment, itemId: string) {
  return { item: itemId, rev: (findRecord(assessment, itemId)?.rev ?? 0) + 1 };
}
