import type { Answer, AnswerValue } from '#assessment/answer.ts';
import type { Checklist, EvidenceKind } from '#checklist/checklist-schema.ts';
import { scoreAssessment } from '#scoring/score.ts';

export type Answers = Record<string, Answer>;

export const inputOf = (checklist: Checklist, answers: Answers, profile: Record<string, boolean> = {}) => ({
  ...{ checklist, profile, answers: new Map(Object.entries(answers)), referenceDate: '2026-06-30' },
});
/** Scored on 30 June 2026. */
export const score = (...args: Parameters<typeof inputOf>) => scoreAssessment(inputOf(...args));
export const scored = (value: AnswerValue, kind: EvidenceKind = 'audit'): Answer => ({
  ...{ answer: 'scored', value, evidence: [{ kind, title: 'x' }] },
});
export const notApplicable: Answer = { answer: 'not-applicable', reason: 'x' };
export const unknown: Answer = { answer: 'unknown' };
