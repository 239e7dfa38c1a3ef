import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { moveVersion, undoMove } from '#assessment/move-version.ts';
import { type MovePlan, planMove } from '#assessment/plan-move.ts';
import { planUndo, type UndoPlan } from '#assessment/plan-undo.ts';
import { stateMark } from '#assessment/state-mark.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import { isNewerVersion } from '#checklist/is-newer-version.ts';
import { scoreToCompare, sideOf } from '#report/compared.ts';
import type { ComparedSide } from '#report/comparison-document.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { meetingsInTheWay, type WorkshopInTheWay } from './meetings-in-the-way.ts';

/** The scores as they are and as they will be, each by its own version. */
type Sides = { before: ComparedSide; after: ComparedSide };

/** What a newer version would make of the assessment. */
export type Move = { target: PinnedVersion; plan: MovePlan; sides: Sides; inTheWay: WorkshopInTheWay[] };

/** What undoing the last move would make of it. */
export type Undo = { before: Checklist; plan: UndoPlan; sides: Sides; inTheWay: WorkshopInTheWay[] };

/** `undo` is `copy-gone` where the version that it came from cannot be read any more. */
export type OpenVersion = {
  open: OpenAssessment;
  /** Of the state that all this is about. */
  seen: string;
  move: Move | undefined;
  undo: Undo | 'copy-gone' | undefined;
};

/** Throws AppError `not-found`, `set-aside` or `storage-failed`. */
export async function openVersion(site: Site, id: string): Promise<OpenVersion> {
  const open = await openAssessment(site, id);
  return { open, seen: stateMark(open.assessment), move: await moveOf(site, open), undo: await undoOf(site, open) };
}

/** The newest version of the checklist where it is newer than the one that is pinned. */
export function newerVersion({ checklists }: Pick<Site, 'checklists'>, { checklist }: Pick<Assessment, 'checklist'>) {
  const newest = checklists.find(checklist.id);
  return newest && isNewerVersion(newest.pin.version, checklist.version) ? newest : undefined;
}

async function moveOf(site: Site, { assessment, wholeChecklist: before }: OpenAssessment): Promise<Move | undefined> {
  const target = newerVersion(site, assessment);
  if (!target || assessment.state === 'final') return undefined;
  const plan = planMove(assessment, before, target.checklist);
  const moving = { seen: stateMark(assessment), ...stampOf(site) };
  const decided = moveVersion(assessment, { before, after: target }, moving);
  if ('refused' in decided) return undefined;
  const sides = sidesOf({ before: assessment, after: applyChange(assessment, decided.change) }, [
    before,
    target.checklist,
  ]);
  const gone = [
    ...plan.differences.changed.map(({ before: { item } }) => item),
    ...plan.differences.removed.map(({ item }) => item),
  ];
  return {
    target,
    plan,
    sides,
    inTheWay: await meetingsInTheWay(
      site,
      assessment.id,
      gone.map(({ id }) => id),
    ),
  };
}

async function undoOf(site: Site, open: OpenAssessment): Promise<Undo | 'copy-gone' | undefined> {
  const { assessment, wholeChecklist: present } = open;
  const from = assessment.moves?.at(-1)?.from;
  if (!from || assessment.state === 'final') return undefined;
  const before = open.versionOf(from);
  const plan = before && planUndo(assessment, { before, present });
  if (!before || !plan) return 'copy-gone';
  const decided = undoMove(assessment, { before, present }, { seen: stateMark(assessment), ...stampOf(site) });
  if ('refused' in decided) return undefined;
  const sides = sidesOf({ before: assessment, after: applyChange(assessment, decided.change) }, [present, before]);
  const { changed, removed } = planMove(assessment, present, before).differences;
  const gone = [...changed.map(one => one.before.item), ...removed.map(({ item }) => item)];
  return {
    before,
    plan,
    sides,
    inTheWay: await meetingsInTheWay(
      site,
      assessment.id,
      gone.map(({ id }) => id),
    ),
  };
}

function sidesOf(
  { before, after }: { before: Assessment; after: Assessment },
  [was, is]: [Checklist, Checklist],
): Sides {
  return {
    before: sideOf(scoreToCompare({ assessment: before, wholeChecklist: was })),
    after: sideOf(scoreToCompare({ assessment: after, wholeChecklist: is })),
  };
}
