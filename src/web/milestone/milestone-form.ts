import { z } from 'zod';
import { type MilestoneTexts, milestoneTextsSchema } from '#assessment/milestone.ts';
import { type Checked, check } from '#shared/fault.ts';

const textSchema = z.string().catch('');
const fieldsSchema = z.object({ name: textSchema, note: textSchema });
export type TypedMilestone = z.infer<typeof fieldsSchema>;

/** What was typed, whatever it is. */
export function readTypedMilestone(body: unknown): TypedMilestone {
  return fieldsSchema.parse(typeof body === 'object' && body !== null ? body : {});
}

export function milestoneOfTyped({ name, note }: TypedMilestone): Checked<MilestoneTexts> {
  return check(milestoneTextsSchema, { name, ...(note.trim() === '' ? {} : { note }) });
}
