import { z } from 'zod';
import { isoDaySchema } from '#shared/iso-day.ts';
import { textSchema } from '#shared/text.ts';
import { idSchema, levelNumberSchema } from './id-schema.ts';
import { pictureSchema } from './picture-schema.ts';

/** The shape of a checklist file; what the fields mean stands in README, "How to add an item". Rules across fields: `check-checklist.ts`. */

const tagSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+:[A-Za-z0-9-]+$/);
const codeSchema = z.string().trim().min(1).max(20);
const weightSchema = z.number().min(0).max(1_000_000);
/** More levels than anybody can tell apart, and few enough to list. */
const levelsAtMost = 101;
const levelTextsSchema = z.record(z.string().regex(/^-?\d+$/), textSchema);

export const itemKindSchema = z.enum(['maturity', 'metric', 'deduction', 'yes-no', 'matrix']);

export const evidenceKindSchema = z.enum([
  'statement',
  'document',
  'operation',
  'measurement',
  'exercise',
  'event',
  'audit',
]);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

const scaleLevelSchema = z.strictObject({
  value: levelNumberSchema,
  label: textSchema,
  meaning: textSchema.optional(),
});
const scaleSchema = z.strictObject({
  min: levelNumberSchema,
  max: levelNumberSchema,
  levels: z.array(scaleLevelSchema).max(levelsAtMost).optional(),
});
export type Scale = z.infer<typeof scaleSchema>;

const bottomLineSchema = z
  .union([z.literal(true), z.strictObject({ floor: z.number().min(0).max(1) })])
  .transform(value => (value === true ? { floor: 0.4 } : value));

const describedSchema = {
  id: idSchema,
  code: codeSchema,
  title: textSchema,
  weight: weightSchema.default(1),
  meaning: z.int().min(1).default(1),
  core: z.boolean().optional(),
  conditional: z.union([z.literal(true), z.strictObject({ fact: idSchema })]).optional(),
  bottomLine: bottomLineSchema.optional(),
  scale: scaleSchema.optional(),
  question: textSchema.optional(),
  guidance: textSchema.optional(),
  levels: levelTextsSchema.optional(),
  evidence: z.array(z.strictObject({ kind: evidenceKindSchema, example: textSchema })).optional(),
  lead: idSchema.optional(),
  support: z.array(idSchema).optional(),
  sources: z.array(z.strictObject({ source: idSchema, at: z.string().trim().min(1) })).optional(),
  tags: z.array(tagSchema).optional(),
  lint: z.array(z.strictObject({ rule: z.string(), at: z.string().optional(), reason: z.string().min(1) })).optional(),
};

const matrixLineSchema = z
  .union([idSchema, z.strictObject({ id: idSchema, label: textSchema })])
  .transform(line => (typeof line === 'string' ? { id: line, label: { zh: line } } : line));

export const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...describedSchema, kind: z.literal('maturity') }),
  z.strictObject({
    ...describedSchema,
    kind: z.literal('metric'),
    unit: z.union([
      z
        .string()
        .min(1)
        .transform(zh => ({ zh, en: zh })),
      textSchema,
    ]),
    direction: z.enum(['higher-is-better', 'lower-is-better']),
    /** The least and the most that a figure can be, such as 0 and 100 for a share in %. */
    min: z.number().optional(),
    max: z.number().optional(),
    bands: z.array(z.strictObject({ at: z.number(), level: levelNumberSchema })).min(1),
  }),
  z.strictObject({
    ...describedSchema,
    kind: z.literal('deduction'),
    points: z.number().positive(),
    per: z.number().positive(),
    shortcoming: textSchema.optional(),
  }),
  z.strictObject({ ...describedSchema, kind: z.literal('yes-no') }),
  z.strictObject({
    ...describedSchema,
    kind: z.literal('matrix'),
    rows: z.array(matrixLineSchema).min(1).max(100),
    columns: z.array(matrixLineSchema).min(1).max(100),
    cellMax: z.int().min(1).max(20),
    cells: z.array(textSchema).optional(),
  }),
]);
export type Item = z.infer<typeof itemSchema>;

export const areaSchema = z.strictObject({
  id: idSchema,
  code: codeSchema,
  title: textSchema,
  weight: weightSchema,
  purpose: textSchema.optional(),
  items: z.array(itemSchema).max(10_000),
});
export type Area = z.infer<typeof areaSchema>;

const lensGroupSchema = z.strictObject({
  ...{ id: idSchema, label: textSchema },
  tags: z.array(tagSchema).min(1),
  picture: pictureSchema.exactOptional(),
});
/** A lens regroups the items by their tags; a crossed one has a group for each pair of groups of two other lenses. */
const lensSchema = z.union([
  z.strictObject({ id: idSchema, title: textSchema, groups: z.array(lensGroupSchema).min(1).max(100) }),
  z.strictObject({ id: idSchema, title: textSchema, rows: idSchema, columns: idSchema }),
]);
export type Lens = z.infer<typeof lensSchema>;
export type LensGroup = z.infer<typeof lensGroupSchema>;

const sourceKindSchema = z.enum(['article', 'policy', 'law', 'standard', 'practice', 'proposal']);

export const checklistSchema = z.strictObject({
  schema: z.literal('checklist/1'),
  id: idSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: textSchema,
  about: textSchema.optional(),
  scale: scaleSchema.required({ levels: true }),
  readingRules: z.array(textSchema).optional(),
  headline: z.enum(['claimed', 'supported']).default('claimed'),
  minimumCoverage: z.number().min(0).max(1).default(0.8),
  maximumExcluded: z.number().min(0).max(1).default(0.2),
  grades: z.array(z.strictObject({ id: idSchema, from: z.number().min(0).max(100), label: textSchema })).min(1),
  bottomLine: z.strictObject({ cap: idSchema.optional() }).optional(),
  departments: z.array(z.strictObject({ id: idSchema, name: textSchema })).optional(),
  sources: z
    .array(
      z.strictObject({
        id: idSchema,
        title: textSchema,
        author: textSchema.optional(),
        kind: sourceKindSchema,
        number: z.string().min(1).optional(),
        date: z.union([isoDaySchema, z.string().regex(/^\d{4}(-\d{2})?$/)]).optional(),
        seen: z.enum(['full', 'excerpt', 'second-hand']).optional(),
      }),
    )
    .optional(),
  facts: z.array(z.strictObject({ id: idSchema, question: textSchema })).optional(),
  lenses: z.array(lensSchema).max(50).default([]),
  areas: z.array(areaSchema).min(1).max(1_000),
});
export type Checklist = z.infer<typeof checklistSchema>;
/** As written in a file or sent to the API, before defaults. */
export type ChecklistInput = z.input<typeof checklistSchema>;
