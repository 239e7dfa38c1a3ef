import { z } from 'zod';
import { answerSchema } from './answer.ts';
import { type Assessment, assessmentSchema, setupSchema } from './assessment.ts';

/** One answer as the API and the exports give it. */
export const answerDocumentSchema = z.strictObject({
  rev: z.int().min(1),
  ...answerSchema.shape,
  by: z.string(),
  at: z.iso.datetime(),
});
export type AnswerDocument = z.infer<typeof answerDocumentSchema>;

/** An assessment as the API and the exports give it; answers that were cleared are left out. */
export const assessmentDocumentSchema = z.strictObject({
  id: assessmentSchema.shape.id,
  ...setupSchema.shape,
  checklist: z.strictObject({ id: z.string(), version: z.string() }),
  state: assessmentSchema.shape.state,
  origin: assessmentSchema.shape.origin.meta({ description: 'The earlier assessment whose answers are suggested' }),
  answers: z.record(z.string(), answerDocumentSchema),
});
export type AssessmentDocument = z.infer<typeof assessmentDocumentSchema>;

export function assessmentDocument(assessment: Assessment): AssessmentDocument {
  const answers = Object.entries(assessment.answers).flatMap(([itemId, record]) => {
    const document = answerDocument(record);
    return document ? [[itemId, document]] : [];
  });
  return { ...assessmentEntry(assessment), answers: Object.fromEntries(answers) };
}

/** As in a list: without the answers. */
export function assessmentEntry({ id, setup, checklist, state, origin }: Omit<Assessment, 'answers' | 'actions'>) {
  const { id: checklistId, version } = checklist;
  return {
    ...{ id, ...setup, checklist: { id: checklistId, version }, state },
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Null after clearing. */
export function answerDocument({ rev, by, at, answer }: Assessment['answers'][string]): AnswerDocument | null {
  return answer && { rev, ...answer, by, at };
}
