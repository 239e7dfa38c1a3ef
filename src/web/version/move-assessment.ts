import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { isNameTaken } from '#assessment/keep-milestone.ts';
import { type MoveRefusal, moveVersion, undoMove } from '#assessment/move-version.ts';
import { carriesNothing } from '#assessment/plan-move.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import type { Format } from '../format.ts';
import { keepFile } from '../milestone/keep-file.ts';
import { type Site, stampOf } from '../site.ts';
import type { OpenVersion } from './open-version.ts';
import { staleMove, staleUndo, type VersionFault } from './version-fault.ts';

/** `seen`: the mark of the state that was shown; `version`: the hash of the version to move to, or to move back from. */
type Sent = { seen: string; version: string; confirmed: boolean };

/** Moves the assessment as it was previewed, a milestone first; gives why not. Throws AppError `final`. */
export async function moveAssessment(
  site: Site,
  { move, open, seen }: OpenVersion,
  sent: Sent,
  { t }: Format,
): Promise<VersionFault | undefined> {
  const { assessment, wholeChecklist: before } = open;
  if (assessment.state === 'final') throw new AppError('final');
  if (sent.seen !== seen) return staleMove(assessment, sent.version);
  if (!move) return 'no-newer';
  if (sent.version !== move.target.pin.sha256) return 'stale';
  if (move.inTheWay.length > 0) return 'meetings';
  if (carriesNothing(move.plan) && !sent.confirmed) return 'unconfirmed';
  await site.checklists.keep(move.target);
  const moving = { seen: sent.seen, ...stampOf(site) };
  return commit(site, assessment, {
    name: t('version.milestone', { version: move.target.pin.version }),
    decide: current => moveVersion(current, { before, after: move.target }, moving),
    refusedAs: current => staleMove(current, sent.version),
  });
}

/** Takes the last move back as a whole, a milestone first; gives why not. Throws AppError `final`. */
export async function undoLastMove(
  site: Site,
  { undo, open, seen }: OpenVersion,
  sent: Omit<Sent, 'confirmed'>,
  { t }: Format,
): Promise<VersionFault | undefined> {
  const { assessment, wholeChecklist: present } = open;
  if (assessment.state === 'final') throw new AppError('final');
  if (sent.seen !== seen) return staleUndo(assessment, sent.version);
  if (undo === undefined) return 'no-move';
  if (undo === 'copy-gone') return 'copy-gone';
  if (undo.inTheWay.length > 0) return 'undo-meetings';
  const moving = { seen: sent.seen, ...stampOf(site) };
  return commit(site, assessment, {
    name: t('version.milestone.undo', { version: assessment.checklist.version }),
    decide: current => undoMove(current, { before: undo.before, present }, moving),
    refusedAs: current => staleUndo(current, sent.version),
  });
}

type Committing = {
  name: string;
  decide: (assessment: Assessment) => Decision<AssessmentChange, MoveRefusal>;
  refusedAs: (current: Assessment) => VersionFault;
};

/** The milestone first: whatever comes of the move, the state before it can be shown and taken along. */
async function commit(
  site: Site,
  assessment: Assessment,
  { name, decide, refusedAs }: Committing,
): Promise<VersionFault | undefined> {
  // A name that is taken in this very moment was taken by somebody who does the same; the first to get through wins.
  await keepFile(site, assessment.id, { name: freeName(assessment, name) });
  const done = await site.assessments.commit(assessment.id, decide);
  if (!('refused' in done)) return undefined;
  if (done.refused === 'final') throw new AppError('final');
  const current = await site.assessments.find(assessment.id);
  return refusedAs(current?.assessment ?? assessment);
}

/** The second move to a version gets its number. */
function freeName(assessment: Assessment, name: string): string {
  const numbers = Array.from({ length: (assessment.milestones?.length ?? 0) + 2 }, (_, index) => index);
  const names = numbers.map(number => (number === 0 ? name : `${name} (${number + 1})`));
  return names.find(one => !isNameTaken(assessment, one)) ?? name;
}
