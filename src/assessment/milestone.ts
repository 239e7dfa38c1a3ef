import { z } from 'zod';
import { lineSchema } from '#shared/plain-text.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const milestoneIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** The most characters of each text. */
export const milestoneLimits = { name: 60, note: 500 };

/** What somebody types to keep a milestone. */
export const milestoneTextsSchema = z.strictObject({
  name: lineSchema(milestoneLimits.name),
  note: lineSchema(milestoneLimits.note).optional(),
});
export type MilestoneTexts = z.infer<typeof milestoneTextsSchema>;

/** A milestone as the trail knows it: what lists show, and what its file must be. */
export const milestoneEntrySchema = z.strictObject({
  id: milestoneIdSchema,
  ...milestoneTextsSchema.shape,
  /** Of its content (`report/milestone-document.ts`), and the bytes of its file. */
  sha256: sha256Schema,
  size: z.int().min(1),
  /** Where the trail stood. */
  trail: z.strictObject({ seq: z.int().min(1), head: z.string() }),
  /** As shown. */
  claimed: z.number().nullable(),
  supported: z.number().nullable(),
  grade: z.string().nullable(),
});
export type MilestoneEntry = z.infer<typeof milestoneEntrySchema>;

const stamp = { by: z.string(), at: z.iso.datetime() };

/** One that was kept with another installation, as the trail there has it; who and when are of there. */
export const foreignMilestoneSchema = milestoneEntrySchema.extend(stamp);
export type ForeignMilestone = z.infer<typeof foreignMilestoneSchema>;

/** `brought`: it was kept elsewhere, so its `trail` is that of there. */
export const keptMilestoneSchema = foreignMilestoneSchema.extend({ brought: z.strictObject(stamp).optional() });
export type KeptMilestone = z.infer<typeof keptMilestoneSchema>;
