import { z } from 'zod';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema } from '#shared/plain-text.ts';
import { evidenceFileSchema } from './evidence-file.ts';

/** The most characters of each text. */
export const evidenceLimits = { title: 200, number: 100, keptAt: 200, link: 2_000 };

const linkSchema = z.url({ protocol: /^https?$/ }).max(evidenceLimits.link);
export const evidenceIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A dated record that supports an answer. `validUntil` before `date` is legal; such a record is never in force. */
export const evidenceSchema = z.strictObject({
  id: evidenceIdSchema.optional(),
  kind: evidenceKindSchema,
  title: lineSchema(evidenceLimits.title),
  number: lineSchema(evidenceLimits.number).optional(),
  date: isoDaySchema.optional(),
  validUntil: isoDaySchema.optional(),
  keptAt: lineSchema(evidenceLimits.keptAt).optional(),
  link: linkSchema.optional(),
  /** Only the program sets it. */
  file: evidenceFileSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Whether two records say the same, whatever their ids and files. */
export function isSameContent(a: Evidence, b: Evidence): boolean {
  return contentOf(a) === contentOf(b);
}

/** One text for one content. */
export function contentOf({ kind, title, number, date, validUntil, keptAt, link }: Evidence): string {
  return JSON.stringify([kind, title, number, date, validUntil, keptAt, link]);
}
