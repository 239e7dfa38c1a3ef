import { z } from 'zod';
import { setupSchema } from '#assessment/assessment.ts';
import { assessmentDocumentSchema } from '#assessment/assessment-document.ts';
import { textSchema } from '#shared/text.ts';
import { comparisonFindingSchema } from './comparison-finding.ts';
import { itemStateSchema } from './item-report.ts';

const score = z.number().nullable();

/** One assessment as it stands by itself: figures as shown, by its own checklist. */
export const comparedSideSchema = z.strictObject({
  id: z.string(),
  ...setupSchema.pick({ city: true, unitCode: true, period: true, referenceDate: true, scope: true }).shape,
  state: assessmentDocumentSchema.shape.state,
  checklist: z.strictObject({ id: z.string(), version: z.string(), title: textSchema }),
  shown: z.strictObject({ score, low: score, high: score, coverage: score }),
  supported: score,
  grade: z.strictObject({ id: z.string(), label: textSchema }).nullable(),
  supportedGrade: z.strictObject({ id: z.string(), label: textSchema }).nullable(),
});
export type ComparedSide = z.infer<typeof comparedSideSchema>;

/** A figure of both, 0 to 100. `change` is that of the two numbers beside it. */
const pairSchema = z.strictObject({ old: score, new: score, change: score });
export type Pair = z.infer<typeof pairSchema>;
const bothSchema = z.strictObject({ claimed: pairSchema, supported: pairSchema });

const itemRefSchema = z.strictObject({ id: z.string(), code: z.string(), title: textSchema, area: z.string() });
export type ItemRef = z.infer<typeof itemRefSchema>;

/** What an item is in an assessment, and `out-of-scope` where it is not asked. */
const standingSchema = z.enum([...itemStateSchema.options, 'out-of-scope']);
export type Standing = z.infer<typeof standingSchema>;

const sideOfItemSchema = z.strictObject({ fraction: z.number(), supported: z.number(), level: score });
const contributionSchema = z.strictObject({ claimed: z.number(), supported: z.number() });

/** An item that counts: equivalent, and scored in both. */
const comparedItemSchema = itemRefSchema.extend({
  /** Its part of the like-for-like score, 0 to 1, by the new checklist. */
  weight: z.number(),
  old: sideOfItemSchema,
  new: sideOfItemSchema,
  /** Points of the like-for-like change. */
  contribution: contributionSchema,
});
export type ComparedItem = z.infer<typeof comparedItemSchema>;

const groupSchema = z.strictObject({ id: z.string(), title: textSchema, items: z.int(), ...bothSchema.shape });
const comparedAreaSchema = groupSchema.extend({ code: z.string(), contribution: contributionSchema });
export type ComparedArea = z.infer<typeof comparedAreaSchema>;
const comparedLensSchema = z.strictObject({ id: z.string(), title: textSchema, groups: z.array(groupSchema) });
export type ComparedLens = z.infer<typeof comparedLensSchema>;

const weightSchema = z.strictObject({ old: z.number(), new: z.number() });
/** What else is different; none of it is in the like-for-like change. */
const changedSchema = z.strictObject({
  added: z.array(itemRefSchema),
  removed: z.array(itemRefSchema),
  meaning: z.array(itemRefSchema),
  newlyAnswered: z.array(itemRefSchema),
  noLongerAnswered: z.array(itemRefSchema),
  /** Counts in one and does not in the other. */
  scope: z.array(itemRefSchema.extend({ old: standingSchema, new: standingSchema })),
  /** Weights as the checklists have them; an item that stands in another area now weighs by that one. */
  reweightedAreas: z.array(
    z.strictObject({ id: z.string(), code: z.string(), title: textSchema }).extend(weightSchema.shape),
  ),
  reweightedItems: z.array(itemRefSchema.extend({ ...weightSchema.shape, oldArea: z.string() })),
});
export type Changed = z.infer<typeof changedSchema>;

/** Two assessments side by side: like for like on the items that both can be compared on, and by name what else changed. */
export const comparisonSchema = z
  .strictObject({
    schema: z.literal('comparison/1'),
    old: comparedSideSchema,
    new: comparedSideSchema,
    /** The scores as shown, each by its own checklist and all its items. */
    headline: bothSchema,
    likeForLike: z.strictObject({
      items: z.int(),
      /** Unrounded; the change is the sum of the contributions. */
      exact: bothSchema,
      /** As shown, with the difference of the shown numbers. */
      shown: bothSchema,
    }),
    areas: z.array(comparedAreaSchema),
    lenses: z.array(comparedLensSchema),
    /** In the order of the new checklist. */
    items: z.array(comparedItemSchema),
    changed: changedSchema,
    findings: z.array(comparisonFindingSchema),
  })
  .meta({ title: 'Rencheng comparison of two assessments' });
export type Comparison = z.infer<typeof comparisonSchema>;
