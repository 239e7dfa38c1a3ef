import { z } from 'zod';
import { type Action, actionContentSchema, actionSchema } from '#assessment/action.ts';
import type { Gain } from '#scoring/what-if.ts';
import type { PlannedAction } from './action-plan.ts';

const difference = z.number().nullable();
const gradeChange = z.strictObject({ from: z.string().nullable(), to: z.string().nullable() });

/** With that one action done, less what is now; differences of shown numbers. */
export const gainSchema = z.strictObject({
  ...{ score: difference, low: difference, supported: difference },
  ...{ grade: gradeChange, supportedGrade: gradeChange },
}) satisfies z.ZodType<Gain>;

const { id, rev, by, at, notes, origin } = actionSchema.shape;

/** An action as the API and the exports give it. */
export const actionDocumentSchema = z.strictObject({
  ...{ id, rev },
  ...actionContentSchema.shape,
  ...{ notes, origin, by, at },
});
export type ActionDocument = z.infer<typeof actionDocumentSchema>;

/** Beside the action what it is worth now. */
export const plannedActionSchema = actionDocumentSchema.extend({ gain: gainSchema, overdue: z.boolean() });

export function actionDocument({ content, ...action }: Action): ActionDocument {
  return { ...action, ...content };
}

export function plannedActionDocument({ action, gain, isOverdue }: PlannedAction): z.infer<typeof plannedActionSchema> {
  return { ...actionDocument(action), gain, overdue: isOverdue };
}

/** What it is worth and whether it is overdue is computed again. */
export function actionOfDocument(document: z.infer<typeof plannedActionSchema>): Action {
  const { id, rev, by, at, notes, origin, gain: _gain, overdue: _overdue, ...content } = document;
  return { id, rev, by, at, notes, content, ...(origin ? { origin } : {}) };
}
