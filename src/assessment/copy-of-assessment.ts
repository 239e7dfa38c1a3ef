import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import { fault } from '#shared/fault.ts';
import { type Answer, checkAnswer } from './answer.ts';
import { applyChange } from './apply-change.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { KeptChange } from './assessment-store.ts';
import { type Subject, subjectOf } from './change-subject.ts';
import { checkSetup } from './check-setup.ts';
import type { Incoming, WholeItem } from './incoming.ts';
import { actionsBetween, type IncomingAction } from './incoming-actions.ts';
import { filesBetween, type IncomingFile } from './incoming-files.ts';
import { answersOf, findAnswer } from './record-answer.ts';
import { isSameAnswer } from './same-answer.ts';

/** What an assessment from elsewhere says against the checklist it stands on; a hand may have written its journal anew. */
export function checkCopy(assessment: Assessment, checklist: Checklist): Fault[] {
  const setup = checkSetup(assessment.setup, checklist);
  const items = new Map(itemsOf(checklist).map(item => [item.id, item]));
  const answers = [...answersOf(assessment)].flatMap(([itemId, answer]) => {
    const item = items.get(itemId);
    if (!item) return [fault(['answers', itemId], `检查表没有“${itemId}”`, `the checklist has no "${itemId}"`)];
    const checked = checkAnswer(answer, item, checklist, 'listed');
    return checked.ok ? [] : checked.faults.map(found => ({ ...found, path: ['answers', itemId, ...found.path] }));
  });
  return setup.ok ? answers : [...setup.faults, ...answers];
}

export type RestOfCopy = { actions: IncomingAction[]; files: IncomingFile[]; subjects: Subject[] };
type Changes = readonly KeptChange<AssessmentChange>[];

/** How many changes two trails of one assessment have in common, counted from the first; 0 for two different assessments. */
export function commonChanges(here: Changes, there: Changes): number {
  let count = 0;
  while (count < here.length && count < there.length && here[count]?.head === there[count]?.head) count += 1;
  return count;
}

/** What another copy changed since both were the same, item by item. Files are no part of it: they have their own way in. */
export function changesOfCopy(there: Changes, common: number): Incoming {
  const base = foldOf(there.slice(0, common));
  const copy = foldOf(there);
  if (!base || !copy) return { items: [], faults: [], absent: [] };
  const itemIds = new Set([...Object.keys(base.answers), ...Object.keys(copy.answers)]);
  const items = [...itemIds].flatMap((itemId): WholeItem[] => {
    const versions = {
      base: withoutFiles(findAnswer(base, itemId) ?? null),
      answer: withoutFiles(findAnswer(copy, itemId) ?? null),
    };
    if (isSameAnswer(versions.base, versions.answer)) return [];
    return [{ type: 'whole', itemId, place: '', ...versions }];
  });
  return { items, faults: [], absent: [] };
}

/** The actions and files that it changed, and what each of its changes was about. */
export function restOfCopy(there: Changes, common: number): RestOfCopy {
  const base = foldOf(there.slice(0, common));
  const copy = foldOf(there);
  const subjects = there.slice(common).map(({ change }) => subjectOf(change));
  if (!base || !copy) return { actions: [], files: [], subjects };
  return { actions: actionsBetween(base, copy), files: filesBetween(base, copy), subjects };
}

function foldOf(changes: Changes): Assessment | undefined {
  return changes.reduce<Assessment | undefined>((state, { change }) => applyChange(state, change), undefined);
}

function withoutFiles(answer: Answer | null): Answer | null {
  if (!answer?.evidence) return answer;
  return { ...answer, evidence: answer.evidence.map(({ file: _file, ...record }) => record) };
}
