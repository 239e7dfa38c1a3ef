import { z } from 'zod';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema } from '#shared/plain-text.ts';

/** The most characters of each text. */
export const evidenceLimits = { title: 200, number: 100, keptAt: 200, link: 2_000 };

const linkSchema = z.url({ protocol: /^https?$/ }).max(evidenceLimits.link);

/** A dated record that supports an answer. `validUntil` before `date` is legal; such a record is never in force. */
export const evidenceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .optional(),
  kind: evidenceKindSchema,
  title: lineSchema(evidenceLimits.title),
  number: lineSchema(evidenceLimits.number).optional(),
  date: isoDaySchema.optional(),
  validUntil: isoDaySchema.optional(),
  keptAt: lineSchema(evidenceLimits.keptAt).optional(),
  link: linkSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
