import { askedOtherwiseAt } from '#assessment/asked-otherwise-at.ts';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { findRecord, recordAnswer } from '#assessment/record-answer.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import { type ApplicationOutcome, canUndo, type Opinion } from './opinion.ts';
import { answerInPlaceOf } from './opinion-answer.ts';
import { authorOf, findOpinionAuthor } from './opinion-author.ts';
import { findProgress, standingOpinion } from './progress.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopChange } from './workshop-change.ts';

/** The opinion that holds for an item, with the versions before it. */
export type Pending = { item: string; opinion: Opinion; earlier: Opinion[] };

/** What has yet to be handed on to the assessment: what holds, cannot be undone any more and has no outcome. Again at every start. */
export function pendingApplications(workshop: Workshop, now: string): Pending[] {
  return workshop.agenda.flatMap(({ item }) => {
    const settled = findSettled(workshop, item, now);
    return settled && !settled.opinion.application ? [settled] : [];
  });
}

/** What holds for an item and cannot be undone any more. */
export function findSettled(workshop: Workshop, item: string, now: string): Pending | undefined {
  const progress = findProgress(workshop, item);
  const opinion = progress && standingOpinion(progress);
  if (!opinion || canUndo(opinion, now)) return undefined;
  return { item, opinion, earlier: progress.opinions.filter(({ version }) => version < opinion.version) };
}

/** `expectedRev`: of the answer that whoever adopts it saw; the newest where it is left out. */
type Applying = { workshopId: string; adopt: boolean; at: string; expectedRev?: number | undefined };

/**
 * The opinion as the item's self answer, through the same function as any other answer: where there is none, where it comes from an earlier
 * version, or where the coordinator adopts it. Refused with `applied` when it is there already.
 */
export function applyOpinion(
  { assessment, checklist }: { assessment: Assessment; checklist: Checklist },
  { item, opinion, earlier }: Pending,
  { workshopId, adopt, at, expectedRev }: Applying,
): Decision<AssessmentChange, ApplicationOutcome | 'stale'> {
  if (askedOtherwiseAt(assessment, item, opinion.at)) return { refused: 'out-of-scope' };
  const present = findRecord(assessment, item);
  const by = authorOf({ workshopId, version: opinion.version });
  if (present?.by === by) return { refused: 'applied' };
  const isOurs = present !== undefined && findOpinionAuthor(present.by)?.workshopId === workshopId;
  if (present?.answer && !isOurs && !adopt) return { refused: 'answered' };
  const answer = answerInPlaceOf(present?.answer ?? undefined, opinion, earlier);
  const expected = { itemId: item, expectedRev: expectedRev ?? present?.rev ?? 0 };
  const decided = recordAnswer(assessment, checklist, { ...expected, answer, by, at });
  return 'change' in decided ? decided : { refused: decided.refused.reason };
}

/** Kept with the opinion, so that a refusal is seen in the cockpit and the next start does not try again. */
export function noteApplication(
  workshop: Workshop,
  { item, version, outcome, at }: { item: string; version: number; outcome: ApplicationOutcome; at: string },
): Decision<WorkshopChange, 'noted-already'> {
  const opinion = findProgress(workshop, item)?.opinions.find(each => each.version === version);
  if (!opinion || opinion.application?.outcome === outcome) return { refused: 'noted-already' };
  return { change: { type: 'application-noted', at, item, version, outcome } };
}
