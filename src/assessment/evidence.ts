import { z } from 'zod';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema } from '#shared/plain-text.ts';

const linkSchema = z.url({ protocol: /^https?$/ }).max(2_000);

/** A dated record that supports an answer. `validUntil` before `date` is legal; such a record is never in force. */
export const evidenceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .optional(),
  kind: evidenceKindSchema,
  title: lineSchema(200),
  number: lineSchema(100).optional(),
  date: isoDaySchema.optional(),
  validUntil: isoDaySchema.optional(),
  keptAt: lineSchema(200).optional(),
  link: linkSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
