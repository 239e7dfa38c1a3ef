import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import { applyOpinion, noteApplication, type Pending, pendingApplications } from './apply-opinion.ts';
import type { ApplicationOutcome } from './opinion.ts';
import { findProgress, standingOpinion } from './progress.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopStore } from './workshop-store.ts';

/** The ports that it joins; nothing is atomic across them. */
export type OpinionStores = {
  workshops: Pick<WorkshopStore, 'find' | 'commit'>;
  assessments: Pick<AssessmentStore<unknown>, 'find' | 'commit'>;
  checklists: Pick<ChecklistStore, 'getPinned'>;
};

/**
 * Hands on what waits: first the assessment, then the outcome into the workshop. Stopped in between, it is done again at the next
 * start and changes nothing a second time. An assessment that is damaged or gone leaves everything waiting.
 */
export async function handOnOpinions(stores: OpinionStores, workshopId: string, at: string): Promise<void> {
  const found = await stores.workshops.find(workshopId);
  if (!found) return;
  for (const pending of pendingApplications(found.workshop, at))
    await handOn(stores, found.workshop, { pending, adopt: false, at });
}

/** The coordinator takes the standing opinion over an answer that is there. Throws AppError `not-found`. */
export async function adoptOpinion(
  stores: OpinionStores,
  { workshopId, item }: { workshopId: string; item: string },
  at: string,
): Promise<ApplicationOutcome | undefined> {
  const found = await stores.workshops.find(workshopId);
  const progress = found && findProgress(found.workshop, item);
  const opinion = progress && standingOpinion(progress);
  if (!found || !opinion) throw new AppError('not-found');
  return handOn(stores, found.workshop, { pending: { item, opinion }, adopt: true, at });
}

type Handing = { pending: Pending; adopt: boolean; at: string };

async function handOn(
  { workshops, assessments, checklists }: OpinionStores,
  { id, assessment: assessmentId }: Workshop,
  { pending, adopt, at }: Handing,
): Promise<ApplicationOutcome | undefined> {
  if (!(await assessments.find(assessmentId))) return undefined;
  const done = await assessments.commit(assessmentId, assessment => {
    const { scope, policy } = assessment.setup;
    const checklist = scopeChecklist(checklists.getPinned(assessment.checklist), scope, policy);
    return applyOpinion({ assessment, checklist }, pending, { workshopId: id, adopt, at });
  });
  const outcome = 'refused' in done ? done.refused : 'applied';
  const { item, opinion } = pending;
  await workshops.commit(id, workshop => noteApplication(workshop, { item, version: opinion.version, outcome, at }));
  return outcome;
}
