import { z } from 'zod';
import { milestoneIdSchema, milestoneTextsSchema } from '#assessment/milestone.ts';

/** What a milestone says of itself. */
export const milestoneHeadSchema = z.strictObject({
  id: milestoneIdSchema,
  ...milestoneTextsSchema.shape,
  keptAt: z.iso.datetime(),
  by: z.string(),
  /** The version of the program that computed it. */
  program: z.string(),
  /** Over the canonical JSON of the whole document without this field. */
  sha256: z.string(),
});
export type MilestoneHead = z.infer<typeof milestoneHeadSchema>;
