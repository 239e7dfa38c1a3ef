import type { Assessment, PinnedChecklist, Setup } from '#assessment/assessment.ts';
import type { Stored } from '#assessment/assessment-store.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';

/** An assessment with its checklist, whole and as its scope and policy have it. */
export type OpenAssessment = Stored & {
  checklist: Checklist;
  wholeChecklist: Checklist;
  workshopTitle: WorkshopTitle;
  assessmentTitle: AssessmentTitle;
  versionOf: VersionOf;
  otherVersions: OtherVersions;
};

/** The whole checklist that a change was made with; undefined where its copy is gone. */
export type VersionOf = (pin: PinnedChecklist) => Checklist | undefined;

/** Those of the checklist that the program knows, whole, the newest first. */
export type OtherVersions = () => readonly Checklist[];

/** By the workshop's id; undefined for one that is gone or damaged. */
export type WorkshopTitle = (workshopId: string) => string | undefined;

/** What another assessment is called; undefined for one that is gone or damaged. */
export type AssessmentTitle = (assessmentId: string) => Pick<Setup, 'city' | 'period'> | undefined;

/** Throws AppError `not-found` or `set-aside`. */
export async function openAssessment(site: Site, id: string): Promise<OpenAssessment> {
  const { assessments, checklists } = site;
  const stored = await assessments.find(id);
  if (!stored) throw new AppError(assessments.setAside().some(aside => aside.id === id) ? 'set-aside' : 'not-found');
  const checklist = checklistOf(checklists.getPinned(stored.assessment.checklist), stored.assessment);
  return {
    ...{ ...stored, ...checklist },
    workshopTitle: workshopTitleIn(site),
    assessmentTitle: assessmentTitleIn(site),
    versionOf: versionIn(site),
    otherVersions: otherVersionsIn(site, stored.assessment),
  };
}

/** Looked up only when somebody is to be named. */
export function workshopTitleIn({
  workshops,
  broughtMinutes,
}: Pick<Site, 'workshops' | 'broughtMinutes'>): WorkshopTitle {
  return workshopId =>
    workshops.summaries().find(({ id }) => id === workshopId)?.title ?? broughtMinutes.titleOf(workshopId);
}

/** Looked up only when one is to be named. */
export function assessmentTitleIn({ assessments }: Pick<Site, 'assessments'>): AssessmentTitle {
  return assessmentId => assessments.summaries().find(({ id }) => id === assessmentId)?.setup;
}

/** An older version is only shown beside the present one: without its copy the rest can still be read. */
export function versionIn({ checklists }: Pick<Site, 'checklists'>): VersionOf {
  return pin => {
    try {
      return checklists.getPinned(pin);
    } catch {
      return undefined;
    }
  };
}

export function otherVersionsIn(
  { checklists }: Pick<Site, 'checklists'>,
  { checklist: { id } }: Pick<Assessment, 'checklist'>,
): OtherVersions {
  return () => checklists.versions(id).map(({ checklist }) => checklist);
}

export function checklistOf(wholeChecklist: Checklist, { setup }: Pick<Assessment, 'setup'>) {
  return { wholeChecklist, checklist: scopeChecklist(wholeChecklist, setup.scope, setup.policy) };
}
