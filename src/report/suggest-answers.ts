import { type Answer, checkAnswer } from '#assessment/answer.ts';
import type { AnswerRecord, Assessment } from '#assessment/assessment.ts';
import { isExcludedByFact } from '#assessment/progress.ts';
import { findAnswer, findRecord } from '#assessment/record-answer.ts';
import { isSameAnswer } from '#assessment/same-answer.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';
import { type Difference, type OtherQuestion, versionDifferences } from '#checklist/version-differences.ts';
import { isInForce } from '#scoring/evidence-ceiling.ts';

/** An answer of an earlier assessment to an item that is not answered yet. It counts for nothing until somebody confirms it. */
export type Suggestion = {
  item: Item;
  area: Area;
  answer: Answer;
  /** Which answer of the earlier assessment it is, and when it was given. */
  record: Pick<AnswerRecord, 'rev' | 'at'>;
  /** What is different of the item since; `asks`: it asks something else. */
  differences: Difference[];
  asks: OtherQuestion | undefined;
  /** How many of its records are not in force on the reference date. */
  lapsed: number;
  /** Whether the item takes this answer. */
  isPossible: boolean;
  /** Nothing stands against confirming it with others. */
  isSafe: boolean;
};

/** An assessment with its whole checklist; `checklist` is the one in scope. */
type Side = { assessment: Assessment; wholeChecklist: Checklist; checklist: Checklist };

/** For the items of `next.checklist`, in its order. Files stay with the assessment that they were uploaded for. */
export function suggestAnswers(origin: Omit<Side, 'checklist'>, next: Side): Suggestion[] {
  const { kept, changed } = versionDifferences(origin.wholeChecklist, narrowed(next));
  const same = new Map(kept.map(({ after, differences }) => [after.item.id, differences]));
  const other = new Map(changed.map(({ after, why }) => [after.item.id, why]));
  const { profile, referenceDate } = next.assessment.setup;
  return next.checklist.areas.flatMap(area =>
    area.items.flatMap(item => {
      const record = findRecord(origin.assessment, item.id);
      const answered = record?.answer;
      const isOpen = !findAnswer(next.assessment, item.id) && !isExcludedByFact(item, profile);
      if (!answered || !isOpen) return [];
      const answer = suggestionOf(answered);
      const lapsed = (answer.evidence ?? []).filter(record => !isInForce(record, referenceDate)).length;
      const isPossible = checkAnswer(answer, item, next.checklist, 'listed').ok;
      const asks = other.get(item.id);
      const differences = same.get(item.id) ?? [];
      const isSafe = isPossible && asks === undefined && lapsed === 0;
      return [{ item, area, answer, record, differences, asks, lapsed, isPossible, isSafe }];
    }),
  );
}

/** As the version has them, without what the policy changes, but only the items that are asked for. */
function narrowed({ wholeChecklist, checklist }: Side): Checklist {
  const asked = new Set(checklist.areas.flatMap(({ items }) => items.map(({ id }) => id)));
  const areas = wholeChecklist.areas.map(area => ({ ...area, items: area.items.filter(({ id }) => asked.has(id)) }));
  return { ...wholeChecklist, areas };
}

/** Whether an answer says what was suggested. */
export function isAsSuggested(answer: Answer, earlier: Answer): boolean {
  return isSameAnswer(answer, suggestionOf(earlier));
}

/** What is suggested of an earlier answer. */
function suggestionOf({ evidence, ...answer }: Answer): Answer {
  return evidence ? { ...answer, evidence: evidence.map(({ file: _file, ...record }) => record) } : answer;
}
