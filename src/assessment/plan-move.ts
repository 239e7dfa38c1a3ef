import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import {
  type OtherQuestion,
  type Place,
  type VersionDifferences,
  versionDifferences,
} from '#checklist/version-differences.ts';
import type { Action } from './action.ts';
import { type Answer, checkAnswer } from './answer.ts';
import type { Assessment, Setup } from './assessment.ts';
import { fitSetup, type Vanished } from './fit-setup.ts';
import { findAnswer } from './record-answer.ts';

/** Why an answer stays behind: the item is gone, asks something else, or no longer takes this answer. */
type LeftBecause = OtherQuestion | 'removed' | 'not-possible';
export type LeftAnswer = Place & { why: LeftBecause; answer: Answer };

/** What moving an assessment from one version of its checklist to another comes to; nothing is changed yet. */
export type MovePlan = {
  differences: VersionDifferences;
  setup: Setup;
  vanished: Vanished;
  /** Items, as the later version has them, whose answer goes along as it is. */
  carried: Place[];
  /** As the earlier version has them. */
  left: LeftAnswer[];
  /** Actions for items that the later version does not have. */
  actions: Action[];
};

export function planMove(assessment: Assessment, before: Checklist, after: Checklist): MovePlan {
  const differences = versionDifferences(before, after);
  const plan: MovePlan = { differences, ...fitSetup(assessment.setup, after), carried: [], left: [], actions: [] };
  const leave = (place: Place, why: LeftBecause) => {
    const answer = findAnswer(assessment, place.item.id);
    if (answer) plan.left.push({ ...place, why, answer });
  };
  for (const { before: was, after: is } of differences.kept) {
    const answer = findAnswer(assessment, is.item.id);
    if (answer && checkAnswer(answer, is.item, after, 'listed').ok) plan.carried.push(is);
    else leave(was, 'not-possible');
  }
  for (const { before: was, why } of differences.changed) leave(was, why);
  for (const place of differences.removed) leave(place, 'removed');
  const actions = (assessment.actions ?? []).filter(({ content }) => !findItem(after, content.item));
  return { ...plan, actions };
}

/** Nobody should lose sight of every answer by pressing a button once. */
export function carriesNothing({ carried, left }: MovePlan): boolean {
  return carried.length === 0 && left.length > 0;
}
