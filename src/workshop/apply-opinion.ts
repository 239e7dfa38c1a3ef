import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { findRecord, recordAnswer } from '#assessment/record-answer.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import { type ApplicationOutcome, canUndo, type Opinion } from './opinion.ts';
import { answerOfOpinion } from './opinion-answer.ts';
import { getProgress, standingOpinion } from './progress.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopChange } from './workshop-change.ts';

export type Pending = { item: string; opinion: Opinion };

/** What has yet to be handed on to the assessment: what holds, cannot be undone any more and has no outcome. Again at every start. */
export function pendingApplications(workshop: Workshop, now: string): Pending[] {
  return workshop.agenda.flatMap(({ item }) => {
    const opinion = standingOpinion(getProgress(workshop, item));
    return opinion && !opinion.application && !canUndo(opinion, now) ? [{ item, opinion }] : [];
  });
}

/** Who an answer is by that comes from an opinion: what makes applying it a second time no change. */
function authorOf(workshopId: string, version: number): string {
  return `workshop:${workshopId}:${version}`;
}

/**
 * The opinion as the item's self answer, through the same function as any other answer: where there is none, where it comes from an earlier
 * version, or where the coordinator adopts it. Refused with `applied` when it is there already.
 */
export function applyOpinion(
  { assessment, checklist }: { assessment: Assessment; checklist: Checklist },
  { item, opinion }: Pending,
  { workshopId, adopt, at }: { workshopId: string; adopt: boolean; at: string },
): Decision<AssessmentChange, ApplicationOutcome> {
  const present = findRecord(assessment, item);
  const by = authorOf(workshopId, opinion.version);
  if (present?.by === by) return { refused: 'applied' };
  const isOurs = present?.by.startsWith(authorPrefix(workshopId)) ?? false;
  if (present?.answer && !isOurs && !adopt) return { refused: 'answered' };
  const decided = recordAnswer(assessment, checklist, {
    ...{ itemId: item, expectedRev: present?.rev ?? 0 },
    ...{ answer: answerOfOpinion(opinion), by, at },
  });
  return 'change' in decided ? decided : { refused: outcomeOf(decided.refused.reason) };
}

/** Kept with the opinion, so that a refusal is seen in the cockpit and the next start does not try again. */
export function noteApplication(
  workshop: Workshop,
  { item, version, outcome, at }: { item: string; version: number; outcome: ApplicationOutcome; at: string },
): Decision<WorkshopChange, 'noted-already'> {
  const opinion = getProgress(workshop, item).opinions.find(each => each.version === version);
  if (!opinion || opinion.application?.outcome === outcome) return { refused: 'noted-already' };
  return { change: { type: 'application-noted', at, item, version, outcome } };
}

function authorPrefix(workshopId: string): string {
  return `workshop:${workshopId}:`;
}

function outcomeOf(reason: 'out-of-scope' | 'final' | 'faulty' | 'stale'): ApplicationOutcome {
  if (reason === 'stale') throw new Error('the revision was read from the same assessment');
  return reason;
}
