import { z } from 'zod';
import { lineSchema } from '#shared/plain-text.ts';
import { opinionTexts, opinionValueSchema } from './opinion.ts';
import { daySchema } from './plan-day.ts';
import { minutesSchema } from './workshop.ts';

const expectedRev = z.int().min(0);
const seconds = z.int().min(1).max(14_400);
const reason = lineSchema(500);
const itemId = z.string().min(1).max(80);
const round = z.int().min(1);
const count = z.int().min(0).max(100_000);

/** The body of `POST /api/v1/workshops/:id/commands`. An item that is left out is the current one. */
export const workshopCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('start'), expectedRev }),
  z.strictObject({ command: z.literal('brief'), expectedRev, item: itemId }),
  z.strictObject({ command: z.literal('next'), expectedRev }),
  z.strictObject({ command: z.literal('open'), expectedRev, seconds: seconds.optional() }),
  z.strictObject({ command: z.literal('close'), expectedRev }),
  z.strictObject({ command: z.literal('reopen'), expectedRev }),
  z.strictObject({ command: z.literal('reveal'), expectedRev }),
  z.strictObject({ command: z.literal('discuss'), expectedRev, seconds: seconds.optional() }),
  /** Without a value the median, where that is a level. */
  z.strictObject({
    command: z.literal('record'),
    expectedRev,
    value: opinionValueSchema.optional(),
    ...opinionTexts,
  }),
  z.strictObject({
    command: z.literal('amend'),
    expectedRev,
    item: itemId.optional(),
    value: opinionValueSchema,
    ...opinionTexts,
    reason,
  }),
  z.strictObject({ command: z.literal('undo'), expectedRev }),
  z.strictObject({ command: z.literal('park'), expectedRev, item: itemId.optional(), reason: reason.optional() }),
  z.strictObject({ command: z.literal('skip'), expectedRev, item: itemId.optional(), reason: reason.optional() }),
  z.strictObject({ command: z.literal('void'), expectedRev, round, reason }),
  z.strictObject({
    command: z.literal('counts'),
    expectedRev,
    item: itemId,
    round,
    counts: z.array(count).max(201),
    unknown: count.default(0),
  }),
  z.strictObject({ command: z.literal('pause'), expectedRev }),
  z.strictObject({ command: z.literal('resume'), expectedRev }),
  z.strictObject({ command: z.literal('extend'), expectedRev, seconds }),
  /** Without `on` they toggle. */
  z.strictObject({ command: z.literal('blank'), expectedRev, on: z.boolean().optional() }),
  z.strictObject({ command: z.literal('lock'), expectedRev, on: z.boolean().optional() }),
  z.strictObject({ command: z.literal('finish'), expectedRev }),
  z.strictObject({ command: z.literal('reopen-workshop'), expectedRev, reason }),
  z.strictObject({ command: z.literal('expect'), expectedRev, heads: z.int().min(1).max(100_000) }),
  z.strictObject({
    command: z.literal('show-reason'),
    expectedRev,
    round,
    index: z.int().min(0),
    shown: z.boolean(),
  }),
  z.strictObject({ command: z.literal('settle-question'), expectedRev, index: z.int().min(0), settled: z.boolean() }),
  z.strictObject({
    command: z.literal('arrange'),
    expectedRev,
    agenda: z.array(z.strictObject({ item: itemId, minutes: minutesSchema.optional() })).max(1_000),
    /** Left out, the hours stay as they are. */
    day: daySchema.optional(),
  }),
]);
export type WorkshopCommand = z.infer<typeof workshopCommandSchema>;
export type CommandName = WorkshopCommand['command'];
export const commandNames: CommandName[] = workshopCommandSchema.options.map(({ shape }) => shape.command.value);
export type CommandNamed<Name extends CommandName> = Extract<WorkshopCommand, { command: Name }>;
