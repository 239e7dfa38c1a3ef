import { z } from 'zod';
import { isoDaySchema } from '#shared/iso-day.ts';
import { lineSchema } from '#shared/plain-text.ts';
import { actionSchema } from './action.ts';
import { actionChangeSchemas } from './action-change.ts';
import { answerSchema } from './answer.ts';
import { evidenceIdSchema, evidenceSchema } from './evidence.ts';
import { fileEntrySchema } from './file-entries.ts';
import { foreignMilestoneSchema, keptMilestoneSchema, milestoneEntrySchema } from './milestone.ts';

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** 行政区划代码: 6 digits to the county, 9 to the township, 12 to the village. */
const unitCodeSchema = z
  .string()
  .trim()
  .regex(/^(\d{6}|\d{9}|\d{12})$/);

/** What is set up before the first answer and may be changed later. */
export const setupSchema = z.strictObject({
  city: lineSchema(60),
  unitCode: unitCodeSchema.optional(),
  parentCode: unitCodeSchema.optional(),
  period: lineSchema(40),
  referenceDate: isoDaySchema,
  due: isoDaySchema.optional(),
  profile: z.record(z.string(), z.boolean()),
  scope: z
    .strictObject({
      areas: z.array(z.string()).min(1).max(1_000).optional(),
      items: z.enum(['core', 'all']).optional(),
    })
    .optional(),
  policy: z
    .strictObject({ bottomLineCap: z.boolean().optional(), bottomLinesOff: z.array(z.string()).max(10_000).optional() })
    .optional(),
});
export type Setup = z.infer<typeof setupSchema>;

const pinnedChecklistSchema = z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() });
export type PinnedChecklist = z.infer<typeof pinnedChecklistSchema>;

/** `rev` counts the changes of this answer; a cleared answer keeps its count. */
const answerRecordSchema = z.strictObject({
  rev: z.int().min(1),
  by: z.string(),
  at: z.iso.datetime(),
  answer: answerSchema.nullable(),
});
export type AnswerRecord = z.infer<typeof answerRecordSchema>;

/** A move to another version of the checklist that was not undone. */
const moveSchema = z.strictObject({
  from: pinnedChecklistSchema,
  setup: setupSchema,
  by: z.string(),
  at: z.iso.datetime(),
  /** Answers that did not go along. */
  left: z.record(z.string(), answerRecordSchema),
  /** Items of both versions that ask something else since. */
  changed: z.array(z.string()),
});
export type Move = z.infer<typeof moveSchema>;

export const assessmentSchema = z.strictObject({
  id: idSchema,
  checklist: pinnedChecklistSchema,
  setup: setupSchema,
  state: z.enum(['open', 'final']),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  answers: z.record(z.string(), answerRecordSchema),
  /** Absent where no record ever had a file. */
  files: z.array(fileEntrySchema).optional(),
  /** Absent where there never was one. */
  actions: z.array(actionSchema).optional(),
  /** Oldest first; absent where none was ever kept. */
  milestones: z.array(keptMilestoneSchema).optional(),
  /** The earlier assessment whose answers are suggested. */
  origin: idSchema.optional(),
  /** Oldest first; absent where it was never moved. */
  moves: z.array(moveSchema).optional(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

const stamp = { at: z.iso.datetime(), by: z.string(), why: lineSchema(500).optional() };

const revisedSchema = z.strictObject({ item: z.string(), rev: z.int().min(1) });

/** Everything that can happen to an assessment; an assessment is the fold of these (`apply-change.ts`). */
export const assessmentChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('created'),
    ...stamp,
    id: idSchema,
    checklist: pinnedChecklistSchema,
    setup: setupSchema,
    origin: idSchema.optional(),
  }),
  /** `origin`: another earlier assessment than before, or none any more. */
  z.strictObject({
    type: z.literal('set-up-changed'),
    ...stamp,
    setup: setupSchema,
    origin: idSchema.nullable().optional(),
  }),
  z.strictObject({
    type: z.literal('answered'),
    ...stamp,
    item: z.string(),
    rev: z.int().min(1),
    answer: answerSchema,
  }),
  z.strictObject({ type: z.literal('answer-cleared'), ...stamp, item: z.string(), rev: z.int().min(1) }),
  /** The record takes the place of the one with its id in every answer named, each of which gets a new revision. */
  z.strictObject({
    type: z.literal('evidence-changed'),
    ...stamp,
    id: evidenceIdSchema,
    record: evidenceSchema,
    items: z.array(z.strictObject({ item: z.string(), rev: z.int().min(1) })).min(1),
  }),
  z.strictObject({ type: z.literal('milestone-kept'), ...stamp, milestone: milestoneEntrySchema }),
  /** Out of a package: kept by somebody else, with another installation. */
  z.strictObject({ type: z.literal('milestone-brought'), ...stamp, milestone: foreignMilestoneSchema }),
  /** Another version of the checklist: the answers taken out, and the items of both versions that ask something else. */
  z.strictObject({
    type: z.literal('checklist-changed'),
    ...stamp,
    checklist: pinnedChecklistSchema,
    setup: setupSchema,
    taken: z.array(revisedSchema),
    changed: z.array(z.string()),
  }),
  /** The last such move taken back as a whole. */
  z.strictObject({
    type: z.literal('checklist-change-undone'),
    ...stamp,
    checklist: pinnedChecklistSchema,
    setup: setupSchema,
    restored: z.array(revisedSchema),
    taken: z.array(revisedSchema),
  }),
  z.strictObject({ type: z.literal('made-final'), ...stamp }),
  z.strictObject({ type: z.literal('reopened'), ...stamp }),
  ...actionChangeSchemas(stamp),
]);
export type AssessmentChange = z.infer<typeof assessmentChangeSchema>;
