import { z } from 'zod';
import { ballotSchema } from './ballot-box.ts';
import { applicationOutcomeSchema, opinionSchema } from './opinion.ts';
import { daySchema } from './plan-day.ts';
import { reasonSchema } from './reason.ts';
import { keyRoleSchema, roleSchema } from './role.ts';
import { departmentResultSchema } from './shown-departments.ts';
import { agendaEntrySchema, minutesSchema, workshopSchema } from './workshop.ts';

const { id, assessment, title, mode, code, keys, departments, expected } = workshopSchema.shape;
const round = z.int().min(1);
const seconds = z.int().min(1);

/** What a command did. */
const stepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('started') }),
  z.strictObject({ step: z.literal('briefed'), item: z.string() }),
  z.strictObject({ step: z.literal('opened'), seconds: seconds.optional() }),
  z.strictObject({ step: z.literal('closed') }),
  z.strictObject({ step: z.literal('reopened') }),
  /** With the departments as they may be seen: who belongs to which is not kept. */
  z.strictObject({ step: z.literal('revealed'), departments: z.array(departmentResultSchema) }),
  z.strictObject({ step: z.literal('discussed'), seconds: seconds.optional() }),
  z.strictObject({ step: z.literal('recorded'), item: z.string(), opinion: opinionSchema }),
  z.strictObject({ step: z.literal('undone'), item: z.string() }),
  z.strictObject({ step: z.literal('left'), item: z.string(), as: z.enum(['parked', 'skipped']) }),
  z.strictObject({ step: z.literal('voided'), round }),
  z.strictObject({
    step: z.literal('counted'),
    round,
    counts: z.array(z.int().min(0)),
    unknown: z.int().min(0),
  }),
  /** `timerAt`: when the timer stood still, where that was earlier. */
  z.strictObject({ step: z.literal('paused'), timerAt: z.iso.datetime().optional() }),
  z.strictObject({ step: z.literal('resumed') }),
  z.strictObject({ step: z.literal('extended'), seconds }),
  z.strictObject({ step: z.literal('blanked'), on: z.boolean() }),
  z.strictObject({ step: z.literal('locked'), on: z.boolean() }),
  z.strictObject({ step: z.literal('finished') }),
  z.strictObject({ step: z.literal('workshop-reopened') }),
  z.strictObject({ step: z.literal('heads-expected'), heads: z.int().min(1) }),
  z.strictObject({ step: z.literal('reason-shown'), round, index: z.int().min(0), shown: z.boolean() }),
  z.strictObject({ step: z.literal('key-issued'), key: keyRoleSchema, hash: z.string() }),
  z.strictObject({ step: z.literal('question-settled'), index: z.int().min(0), settled: z.boolean() }),
  z.strictObject({
    step: z.literal('arranged'),
    agenda: z.array(z.strictObject({ item: z.string(), minutes: minutesSchema })),
    day: daySchema.optional(),
  }),
]);
export type Step = z.infer<typeof stepSchema>;

/**
 * Everything that can happen to a workshop; a workshop is the fold of these (`apply-workshop-change.ts`).
 * `voter` is an id of this item alone, or the department in a vote by departments (`voterOf`): never a token, a seat or a name.
 */
export const workshopChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('created'),
    ...{ at: z.iso.datetime(), by: z.string() },
    ...{ id, assessment, title, mode, code, keys, departments, expected },
    agenda: z.array(agendaEntrySchema).min(1),
    day: daySchema.optional(),
  }),
  z.strictObject({
    type: z.literal('commanded'),
    ...{ at: z.iso.datetime(), by: z.string(), why: z.string().optional() },
    role: roleSchema,
    command: z.string(),
    digest: z.string(),
    step: stepSchema,
  }),
  /** `at` is the whole minute, for the same reason. */
  z.strictObject({
    type: z.literal('voted'),
    ...{ at: z.iso.datetime(), voter: z.string() },
    ...{ item: z.string(), round },
    ballot: ballotSchema,
  }),
  z.strictObject({
    type: z.literal('objected'),
    ...{ at: z.iso.datetime(), voter: z.string() },
    item: z.string(),
    canLive: z.boolean(),
    reason: reasonSchema.optional(),
  }),
  z.strictObject({ type: z.literal('asked'), at: z.iso.datetime(), text: reasonSchema }),
  z.strictObject({
    type: z.literal('application-noted'),
    ...{ at: z.iso.datetime(), item: z.string(), version: z.int().min(1) },
    outcome: applicationOutcomeSchema,
  }),
]);
export type WorkshopChange = z.infer<typeof workshopChangeSchema>;
export type Created = Extract<WorkshopChange, { type: 'created' }>;
export type Commanded = Extract<WorkshopChange, { type: 'commanded' }>;
