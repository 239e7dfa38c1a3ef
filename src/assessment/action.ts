import { z } from 'zod';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema, linesSchema } from '#shared/plain-text.ts';

/** What will be done about a gap. */

export const actionLimits = {
  measure: 5_000,
  funding: 200,
  acceptedBy: 100,
  against: 300,
  note: 2_000,
  notes: 200,
  support: 50,
  /** Few enough that every combination of the steps on one item can be tried (`scoring/best-set.ts`). */
  perItem: 10,
  perAssessment: 500,
};

export const actionIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const actionStatusSchema = z.enum(['planned', 'running', 'done', 'accepted', 'dropped']);
export type ActionStatus = z.infer<typeof actionStatusSchema>;

/** Our own proposal; the bounds stand in `costBounds`. */
export const costBandSchema = z.enum(['none', 'under-10', '10-50', '50-200', '200-1000', 'over-1000']);
export type CostBand = z.infer<typeof costBandSchema>;

/** In 万元; the upper bound belongs to the band, and the last one has none. */
export const costBounds = {
  none: { from: 0, to: 0 },
  'under-10': { from: 0, to: 10 },
  '10-50': { from: 10, to: 50 },
  '50-200': { from: 50, to: 200 },
  '200-1000': { from: 200, to: 1_000 },
  'over-1000': { from: 1_000, to: null },
} as const satisfies Record<CostBand, { from: number; to: number | null }>;

/** An estimate in 万元, to the hundred yuan. */
const estimateSchema = z.number().min(0).max(10_000_000).multipleOf(0.01);

const acceptanceSchema = z.strictObject({
  by: lineSchema(actionLimits.acceptedBy),
  on: isoDaySchema,
  /** The evidence that it was held against. */
  against: lineSchema(actionLimits.against),
});

/**
 * What a person plans. `target` is the value that the item will have: a level, a figure, a count, true, or the sum of all cells of a table;
 * without one the answer stays and only evidence is added.
 */
export const actionContentSchema = z.strictObject({
  item: z.string(),
  target: z.union([z.literal(true), z.number()]).optional(),
  evidence: z.array(evidenceKindSchema).max(evidenceKindSchema.options.length).default([]),
  measure: linesSchema(actionLimits.measure).pipe(z.string().min(1)),
  lead: z.string().optional(),
  support: z.array(z.string()).max(actionLimits.support).default([]),
  deadline: isoDaySchema.optional(),
  cost: z.strictObject({ band: costBandSchema, estimate: estimateSchema.optional() }).optional(),
  funding: lineSchema(actionLimits.funding).optional(),
  status: actionStatusSchema.default('planned'),
  acceptance: acceptanceSchema.optional(),
});
export type ActionContent = z.infer<typeof actionContentSchema>;

export const actionNoteSchema = z.strictObject({
  on: isoDaySchema,
  text: linesSchema(actionLimits.note).pipe(z.string().min(1)),
});

/** Where an action was carried over from. */
export const actionOriginSchema = z.strictObject({ assessment: z.string(), action: z.string() });

const stamped = { by: z.string(), at: z.iso.datetime() };

/** `rev` counts the changes of the content; a note is added beside it and changes nothing. */
export const actionSchema = z.strictObject({
  id: actionIdSchema,
  rev: z.int().min(1),
  ...stamped,
  content: actionContentSchema,
  notes: z.array(actionNoteSchema.extend(stamped)),
  origin: actionOriginSchema.optional(),
});
export type Action = z.infer<typeof actionSchema>;

/** Still to be done. */
export function isUnfinished({ content: { status } }: Pick<Action, 'content'>): boolean {
  return status === 'planned' || status === 'running';
}

/** The day of the deadline is still in time. */
export function isOverdue(action: Pick<Action, 'content'>, today: string): boolean {
  const { deadline } = action.content;
  return deadline !== undefined && deadline < today && isUnfinished(action);
}
