import { z } from 'zod';
import { areaSchema, checklistSchema, itemSchema } from './checklist-schema.ts';

/** A checklist that a city is still writing: its parts have their shape, its areas may be missing, the rules across parts may be broken. */
export const draftChecklistSchema = checklistSchema.extend({ areas: z.array(areaSchema).max(1_000) });

export const draftSchema = z.strictObject({
  format: z.literal('checklist-draft/1'),
  /** The id of the checklist that it becomes. */
  id: z.string(),
  /** Counts the changes, from a number that no draft had before. */
  rev: z.int().min(1),
  by: z.string(),
  at: z.string(),
  checklist: draftChecklistSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** What is edited on one page each, beside areas and items. */
export const headPartSchemas = {
  about: checklistSchema.pick({
    ...{ title: true, about: true, readingRules: true },
    ...{ headline: true, minimumCoverage: true, maximumExcluded: true },
  }),
  scale: checklistSchema.pick({ scale: true }),
  grades: checklistSchema.pick({ grades: true, bottomLine: true }),
  departments: checklistSchema.pick({ departments: true }),
  sources: checklistSchema.pick({ sources: true }),
  facts: checklistSchema.pick({ facts: true }),
};
export const headPartSchema = z.enum(['about', 'scale', 'grades', 'departments', 'sources', 'facts']);
export type HeadPart = z.infer<typeof headPartSchema>;

export const lensSchema = checklistSchema.shape.lenses.unwrap().element;
export const areaHeadSchema = areaSchema.omit({ items: true });
export { itemSchema };
