import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import { applyOpinion, findSettled, noteApplication, type Pending, pendingApplications } from './apply-opinion.ts';
import type { ApplicationOutcome } from './opinion.ts';
import { findProgress } from './progress.ts';
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

/** What whoever adopts an opinion saw: its version, and the revision of the answer that it replaces. */
export type SeenOpinion = { version: number; rev: number };

/** `opinion-changed`: it was amended or undone since, or can still be undone. */
export type AdoptionOutcome = ApplicationOutcome | 'stale' | 'opinion-changed';

/**
 * The coordinator takes the standing opinion over an answer that is there. Without `seen` the newest over the newest. Nothing is noted of
 * a refusal: it is said to whoever asked. Throws AppError `not-found`.
 */
export async function adoptOpinion(
  stores: OpinionStores,
  { workshopId, item, seen }: { workshopId: string; item: string; seen?: SeenOpinion | undefined },
  at: string,
): Promise<AdoptionOutcome> {
  const found = await stores.workshops.find(workshopId);
  if (!found || !findProgress(found.workshop, item)?.opinions.length) throw new AppError('not-found');
  const pending = findSettled(found.workshop, item, at);
  if (!pending || (seen && seen.version !== pending.opinion.version)) return 'opinion-changed';
  const outcome = await record(stores, found.workshop, { pending, adopt: true, at, expectedRev: seen?.rev });
  if (outcome === 'applied') await note(stores, found.workshop, { pending, outcome, at });
  return outcome;
}

type Handing = { pending: Pending; adopt: boolean; at: string; expectedRev?: number | undefined };

async function handOn(stores: OpinionStores, workshop: Workshop, handing: Handing): Promise<void> {
  if (!(await stores.assessments.find(workshop.assessment))) return;
  const outcome = await record(stores, workshop, handing);
  if (outcome !== 'stale') await note(stores, workshop, { ...handing, outcome });
}

async function record(
  { assessments, checklists }: OpinionStores,
  { id, assessment: assessmentId }: Workshop,
  { pending, ...applying }: Handing,
): Promise<ApplicationOutcome | 'stale'> {
  const done = await assessments.commit(assessmentId, assessment => {
    const { scope, policy } = assessment.setup;
    const checklist = scopeChecklist(checklists.getPinned(assessment.checklist), scope, policy);
    return applyOpinion({ assessment, checklist }, pending, { workshopId: id, ...applying });
  });
  return 'refused' in done ? done.refused : 'applied';
}

type Noting = { pending: Pending; outcome: ApplicationOutcome; at: string };

async function note({ workshops }: OpinionStores, { id }: Workshop, { pending, outcome, at }: Noting): Promise<void> {
  const { item, opinion } = pending;
  await workshops.commit(id, workshop => noteApplication(workshop, { item, version: opinion.version, outcome, at }));
}
