import { z } from 'zod';
import { limits } from '#assessment/answer.ts';
import { evidenceSchema } from '#assessment/evidence.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema, linesSchema } from '#shared/plain-text.ts';
import { badgeSchema, verdictSchema } from './agreement.ts';
import { roleSchema } from './role.ts';

/** A level, a figure, yes or no, the cells of a matrix, or that the room does not know. */
export const opinionValueSchema = z.union([
  z.boolean(),
  z.number(),
  z.literal('unknown'),
  z.record(z.string(), z.record(z.string(), z.int())),
]);
export type OpinionValue = z.infer<typeof opinionValueSchema>;

const actionSchema = z.strictObject({
  what: lineSchema(200),
  who: lineSchema(100).optional(),
  due: isoDaySchema.optional(),
});

/** What is written when a value is recorded. */
export const opinionTexts = {
  rationale: linesSchema(limits.note).optional(),
  dissent: linesSchema(5_000).optional(),
  evidence: z.array(evidenceSchema).max(limits.evidence).optional(),
  actions: z.array(actionSchema).max(20).optional(),
};

/** Where the value comes from. Figures of fewer than three votes are null; for a figure nobody votes on, `round` is null. */
const provenanceSchema = z.strictObject({
  /** How many rounds count. */
  rounds: z.int().min(0),
  /** The one whose figures these are. */
  round: z.int().min(1).nullable(),
  n: z.int().min(0),
  unknown: z.int().min(0),
  paper: z.int().min(0),
  median: z.number().nullable(),
  q1: z.number().nullable(),
  q3: z.number().nullable(),
  verdict: verdictSchema.nullable(),
  badges: z.array(badgeSchema),
  /** Participants who cannot live with it, when it was recorded. */
  objections: z.int().min(0),
  rules: z.string(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const applicationOutcomeSchema = z.enum(['applied', 'answered', 'final', 'out-of-scope', 'faulty']);
export type ApplicationOutcome = z.infer<typeof applicationOutcomeSchema>;

/** 会商意见: what the room recorded for an item. Versions count 1, 2, 3, …; one that was undone keeps its number. */
export const opinionSchema = z.strictObject({
  version: z.int().min(1),
  value: opinionValueSchema,
  ...opinionTexts,
  provenance: provenanceSchema,
  by: z.string(),
  role: roleSchema,
  at: z.iso.datetime(),
  /** Why an earlier version was amended. */
  amends: lineSchema(500).optional(),
  /** The item's state before, to which undoing leads back. */
  from: z.enum(['briefing', 'revealed', 'discussion', 'recorded']),
  undone: z.strictObject({ by: z.string(), at: z.iso.datetime() }).optional(),
  /** What became of it in the assessment. */
  application: z.strictObject({ outcome: applicationOutcomeSchema, at: z.iso.datetime() }).optional(),
});
export type Opinion = z.infer<typeof opinionSchema>;

export const undoMs = 10_000;

/** Open for ten seconds after recording. A clock that was set back closes it, so that undoing and applying never both happen. */
export function canUndo({ at, undone, application }: Opinion, now: string): boolean {
  const elapsed = Date.parse(now) - Date.parse(at);
  return !undone && !application && elapsed >= 0 && elapsed <= undoMs;
}
