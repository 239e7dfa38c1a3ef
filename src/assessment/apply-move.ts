import type { AnswerRecord, Assessment, AssessmentChange } from './assessment.ts';
import { findRecord } from './record-answer.ts';

type Moved = Extract<AssessmentChange, { type: 'checklist-changed' }>;
type MovedBack = Extract<AssessmentChange, { type: 'checklist-change-undone' }>;
type Effect = Pick<Assessment, 'checklist' | 'setup' | 'answers' | 'moves'>;

/** What does not go along is kept beside the assessment, out of every figure, until the move is undone. */
export function moved(assessment: Assessment, change: Moved): Effect {
  const { checklist, setup, by, at, taken, changed } = change;
  const left = taken.map(({ item }) => [item, recordOf(assessment, item)]);
  const move = { from: assessment.checklist, setup: assessment.setup, by, at, left: Object.fromEntries(left), changed };
  return {
    checklist,
    setup,
    answers: { ...assessment.answers, ...withoutAnswers(change) },
    moves: [...(assessment.moves ?? []), move],
  };
}

/** Who answered and when stays as it was; only the revision counts on. */
export function movedBack(assessment: Assessment, change: MovedBack): Effect {
  const move = assessment.moves?.at(-1);
  if (!move) throw new Error('there is no move to undo');
  const restored = change.restored.map(({ item, rev }) => {
    const record = move.left[item];
    if (!record) throw new Error(`the move left no answer to "${item}"`);
    return [item, { ...record, rev }];
  });
  return {
    checklist: change.checklist,
    setup: change.setup,
    answers: { ...assessment.answers, ...withoutAnswers(change), ...Object.fromEntries(restored) },
    moves: assessment.moves?.slice(0, -1),
  };
}

function recordOf(assessment: Assessment, itemId: string): AnswerRecord {
  const record = findRecord(assessment, itemId);
  if (!record) throw new Error(`there is no answer to "${itemId}" to take`);
  return record;
}

function withoutAnswers({ taken, by, at }: Moved | MovedBack): Record<string, AnswerRecord> {
  return Object.fromEntries(taken.map(({ item, rev }) => [item, { rev, by, at, answer: null }]));
}
