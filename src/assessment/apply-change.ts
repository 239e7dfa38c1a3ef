import type { AnswerRecord, Assessment, AssessmentChange } from './assessment.ts';

/** The fold that makes an assessment out of its changes; never alters what it is given. */
export function applyChange(assessment: Assessment | undefined, change: AssessmentChange): Assessment {
  if (change.type === 'created') return created(change);
  if (!assessment) throw new Error(`the first change is "${change.type}", not "created"`);
  return { ...assessment, ...effectOf(assessment, change), changedAt: change.at };
}

type Later = Exclude<AssessmentChange, { type: 'created' }>;

function created({ id, checklist, setup, at }: Extract<AssessmentChange, { type: 'created' }>): Assessment {
  return { id, checklist, setup, state: 'open', createdAt: at, changedAt: at, answers: {} };
}

function effectOf(assessment: Assessment, change: Later): Partial<Assessment> {
  switch (change.type) {
    case 'set-up-changed':
      return { setup: change.setup };
    case 'answered':
      return withAnswer(assessment, change.item, { ...stampOf(change), answer: change.answer });
    case 'answer-cleared':
      return withAnswer(assessment, change.item, { ...stampOf(change), answer: null });
    case 'made-final':
      return { state: 'final' };
    case 'reopened':
      return { state: 'open' };
  }
}

function stampOf({ rev, by, at }: { rev: number; by: string; at: string }) {
  return { rev, by, at };
}

function withAnswer(assessment: Assessment, itemId: string, record: AnswerRecord): Partial<Assessment> {
  return { answers: { ...assessment.answers, [itemId]: record } };
}
