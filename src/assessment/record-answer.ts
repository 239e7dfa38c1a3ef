import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Decision } from '#shared/decision.ts';
import type { Fault } from '#shared/fault.ts';
import { type Answer, checkAnswer } from './answer.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from './assessment.ts';
import { checkEvidence, settleEvidence } from './settle-evidence.ts';

export type AnswerRefusal =
  | { reason: 'out-of-scope' }
  | { reason: 'final' }
  | { reason: 'faulty'; faults: Fault[] }
  | { reason: 'stale'; current: AnswerRecord | undefined };

/** `why` is a remark for the history. */
type Stamp = { by: string; at: string; why?: string };

/** What is expected of the present answer: its revision, 0 where there is none. */
export type Expectation = { itemId: string; expectedRev: number };

/** The one way to record an answer. `checklist` is the one in the assessment's scope. */
export function recordAnswer(
  assessment: Assessment,
  checklist: Checklist,
  { itemId, expectedRev, answer, ...stamp }: Expectation & Stamp & { answer: unknown },
): Decision<AssessmentChange, AnswerRefusal> {
  const item = findItem(checklist, itemId);
  if (!item) return { refused: { reason: 'out-of-scope' } };
  const settled = settleEvidence(assessment, itemId, answer);
  if (settled.faults.length > 0) return { refused: { reason: 'faulty', faults: settled.faults } };
  const checked = checkAnswer(settled.answer, item, checklist, 'listed');
  if (!checked.ok) return { refused: { reason: 'faulty', faults: checked.faults } };
  const faults = checkEvidence({ assessment, itemId }, { answer: checked.value, checklist });
  if (faults.length > 0) return { refused: { reason: 'faulty', faults } };
  return (
    (isOf(assessment, checklist) ? refusal(assessment, itemId, expectedRev) : moved(assessment, itemId)) ?? {
      change: { type: 'answered', ...stamp, item: itemId, rev: nextRev(assessment, itemId), answer: checked.value },
    }
  );
}

/** Takes an answer back; its revision counts on. */
export function clearAnswer(
  assessment: Assessment,
  checklist: Checklist,
  { itemId, expectedRev, ...stamp }: Expectation & Stamp,
): Decision<AssessmentChange, AnswerRefusal> {
  if (!findItem(checklist, itemId)) return { refused: { reason: 'out-of-scope' } };
  return (
    (isOf(assessment, checklist) ? refusal(assessment, itemId, expectedRev) : moved(assessment, itemId)) ?? {
      change: { type: 'answer-cleared', ...stamp, item: itemId, rev: nextRev(assessment, itemId) },
    }
  );
}

export function findAnswer(assessment: Assessment, itemId: string): Answer | undefined {
  return findRecord(assessment, itemId)?.answer ?? undefined;
}

export function findRecord(assessment: Assessment, itemId: string): AnswerRecord | undefined {
  return Object.hasOwn(assessment.answers, itemId) ? assessment.answers[itemId] : undefined;
}

/** The answers that stand, by item id. */
export function answersOf(assessment: Assessment): Map<string, Answer> {
  return new Map(Object.entries(assessment.answers).flatMap(([id, { answer }]) => (answer ? [[id, answer]] : [])));
}

/** An answer that was decided on by another version of the checklist meets what stands there since. */
function moved(assessment: Assessment, itemId: string): { refused: AnswerRefusal } {
  return { refused: { reason: 'stale', current: findRecord(assessment, itemId) } };
}

function isOf({ checklist: pinned }: Assessment, { id, version }: Checklist): boolean {
  return pinned.id === id && pinned.version === version;
}

function refusal(assessment: Assessment, itemId: string, expectedRev: number): { refused: AnswerRefusal } | undefined {
  if (assessment.state === 'final') return { refused: { reason: 'final' } };
  const current = findRecord(assessment, itemId);
  return isExpected(current, expectedRev) ? undefined : { refused: { reason: 'stale', current } };
}

/** After clearing there is no answer again: both 0 and the revision of the clearing are right then. */
function isExpected(current: AnswerRecord | undefined, expectedRev: number): boolean {
  return expectedRev === (current?.rev ?? 0) || (expectedRev === 0 && current?.answer === null);
}

function nextRev(assessment: Assessment, itemId: string): number {
  return (findRecord(assessment, itemId)?.rev ?? 0) + 1;
}
