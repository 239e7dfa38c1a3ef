import { z } from 'zod';
import { itemKindSchema } from '#checklist/checklist-schema.ts';
import { lineSchema } from '#shared/plain-text.ts';
import { ballotBoxSchema, voteValueSchema } from './ballot-box.ts';
import { opinionSchema } from './opinion.ts';
import { daySchema } from './plan-day.ts';
import { reasonSchema } from './reason.ts';
import { keyRoleSchema, roleSchema } from './role.ts';
import { codePattern } from './secrets.ts';
import { departmentResultSchema } from './shown-departments.ts';
import { timerSchema } from './timer.ts';

/** Two characters shorter than the name of a file may be: seats are kept under the id and the number of the sitting. */
export const workshopIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,56}$/);

export const workshopStateSchema = z.enum(['draft', 'lobby', 'running', 'paused', 'closed']);
export type WorkshopState = z.infer<typeof workshopStateSchema>;

export const itemStateSchema = z.enum([
  'queued',
  'briefing',
  'open',
  'closed',
  'revealed',
  'discussion',
  'recorded',
  'skipped',
  'parked',
]);
export type ItemState = z.infer<typeof itemStateSchema>;

/** `anonymous`, or one vote per department under its name; said on the phone and never changed. */
export const modeSchema = z.enum(['anonymous', 'department']);

export const minutesSchema = z.int().min(1).max(480);

/** An item as the workshop needs it; the checklist is pinned by the assessment, so this never differs from it. */
export const agendaEntrySchema = z.strictObject({
  item: z.string(),
  kind: itemKindSchema,
  scale: z.strictObject({ min: z.int(), max: z.int() }),
  minutes: minutesSchema,
});
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;

const countsSchema = z.array(z.int().min(0));

/** Counts of paper ballots as the scribe typed them; the last ones typed count. */
const paperSchema = z.strictObject({
  counts: countsSchema,
  unknown: z.int().min(0),
  by: z.string(),
  at: z.iso.datetime(),
});

/** Reasons in the order of their levels, so that the order tells nothing of who or when. */
const votedReasonSchema = z.strictObject({ value: voteValueSchema, text: reasonSchema, shown: z.boolean() });
export type VotedReason = z.infer<typeof votedReasonSchema>;

/** A round as it was revealed; `counts` and `unknown` are of phones and paper together. */
const outcomeSchema = z.strictObject({
  counts: countsSchema,
  unknown: z.int().min(0),
  paper: z.int().min(0),
  /** Of those who voted on a phone in the round before as well; null where there is none to compare. */
  changed: z.strictObject({ of: z.int().min(0), votes: z.int().min(0) }).nullable(),
  departments: z.array(departmentResultSchema),
  reasons: z.array(votedReasonSchema),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const roundSchema = z.strictObject({
  round: z.int().min(1),
  state: z.enum(['open', 'closed', 'revealed']),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
  revealedAt: z.iso.datetime().optional(),
  /** Ballots from phones; counted when the item leaves the table, before that the box has them. */
  voted: z.int().min(0).optional(),
  paper: paperSchema.optional(),
  outcome: outcomeSchema.optional(),
  voided: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
});
export type Round = z.infer<typeof roundSchema>;

/** "Can you live with this?" */
const objectionSchema = z.strictObject({ canLive: z.boolean(), reason: reasonSchema.optional() });
export type Objection = z.infer<typeof objectionSchema>;

const objectionTallySchema = z.strictObject({
  canLive: z.int().min(0),
  cannotLive: z.int().min(0),
  reasons: z.array(reasonSchema),
});
export type ObjectionTally = z.infer<typeof objectionTallySchema>;

export const earlierObjectionsSchema = objectionTallySchema.extend({ version: z.int().min(0) });

const itemProgressSchema = z.strictObject({
  state: itemStateSchema,
  rounds: z.array(roundSchema),
  opinions: z.array(opinionSchema),
  /** Set when the item leaves the table. */
  objections: objectionTallySchema.optional(),
  /** What was said of opinions that stand no more or were voted on again; version 0 is what was there before the first. */
  earlierObjections: z.array(earlierObjectionsSchema).optional(),
  /** Why it was parked or skipped. */
  left: lineSchema(500).optional(),
});
export type ItemProgress = z.infer<typeof itemProgressSchema>;

/**
 * What lies on the table for the current item. Ballots stay here only as long as the item does; then their figures are all that
 * the document keeps.
 */
const tableSchema = z.strictObject({
  /** By round. */
  boxes: z.record(z.string(), ballotBoxSchema),
  objections: z.record(z.string(), objectionSchema),
});
export type Table = z.infer<typeof tableSchema>;

/** `digest` recognises the same command sent again. */
const logEntrySchema = z.strictObject({
  rev: z.int().min(1),
  command: z.string(),
  role: roleSchema,
  by: z.string(),
  at: z.iso.datetime(),
  item: z.string().optional(),
  /** Whose key was replaced. */
  key: keyRoleSchema.optional(),
  why: z.string().optional(),
  /** Of what is switched on and off. */
  on: z.boolean().optional(),
  digest: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

const questionSchema = z.strictObject({ text: reasonSchema, at: z.iso.datetime(), settled: z.boolean() });

export const workshopSchema = z.strictObject({
  id: workshopIdSchema,
  assessment: z.string(),
  title: lineSchema(60),
  mode: modeSchema,
  code: z.string().regex(codePattern),
  /** Hashes. */
  keys: z.record(keyRoleSchema, z.string()),
  /** Those a participant can choose from. */
  departments: z.array(z.string()),
  /** Heads in the room. */
  expected: z.int().min(1).nullable(),
  state: workshopStateSchema,
  /** Counts how often it was opened: each sitting has seats of its own. */
  sitting: z.int().min(1),
  /** Counts the commands; votes do not change it. */
  rev: z.int().min(0),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  agenda: z.array(agendaEntrySchema),
  /** The hours of each day it meets on, where they were planned. */
  day: daySchema.optional(),
  items: z.record(z.string(), itemProgressSchema),
  current: z.string().nullable(),
  table: tableSchema,
  timer: timerSchema.nullable(),
  locked: z.boolean(),
  blank: z.boolean(),
  /** 停车场: questions for later. */
  questions: z.array(questionSchema),
  log: z.array(logEntrySchema),
});
export type Workshop = z.infer<typeof workshopSchema>;
