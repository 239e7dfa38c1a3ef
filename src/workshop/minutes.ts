import { z } from 'zod';
import { itemKindSchema } from '#checklist/checklist-schema.ts';
import { agreementRules } from './agreement.ts';
import { voteValueSchema } from './ballot-box.ts';
import { opinionSchema } from './opinion.ts';
import { paperBallots, votedIn } from './outcome.ts';
import { daySchema } from './plan-day.ts';
import { getProgress } from './progress.ts';
import { keyRoleSchema, roleSchema } from './role.ts';
import { type RoundResults, roundResults, roundResultsSchema } from './round-results.ts';
import { wallReasons } from './seen-reasons.ts';
import { objectionsOf } from './table.ts';
import { tableTimes, type Visit } from './table-times.ts';
import {
  type AgendaEntry,
  earlierObjectionsSchema,
  itemStateSchema,
  type LogEntry,
  modeSchema,
  type Round,
  type Workshop,
  workshopStateSchema,
} from './workshop.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();

/** A round that was never revealed has no results here either; one that was and does not count has both. */
const roundMinutesSchema = z.strictObject({
  round: z.int().min(1),
  openedAt: instant,
  closedAt: instant.optional(),
  revealedAt: instant.optional(),
  /** Phones and paper. */
  voted: count,
  paper: z.strictObject({ ballots: count, by: z.string(), at: instant }).optional(),
  results: roundResultsSchema.optional(),
  /** Those that were chosen for the wall; nobody has read the others. */
  reasons: z.array(z.strictObject({ value: voteValueSchema, text: z.string() })),
  voided: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).optional(),
});
type RoundMinutes = z.infer<typeof roundMinutesSchema>;

const itemMinutesSchema = z.strictObject({
  item: z.string(),
  kind: itemKindSchema,
  scale: z.strictObject({ min: z.int(), max: z.int() }),
  minutes: z.int(),
  state: itemStateSchema,
  left: z.string().optional(),
  /** From when to when it was on the table and talked about; without `to` it still is. */
  times: z.array(z.strictObject({ from: instant, to: instant.exactOptional() })),
  rounds: z.array(roundMinutesSchema),
  /** Every version, those undone and amended too. */
  opinions: z.array(opinionSchema),
  objections: z.strictObject({ canLive: count, cannotLive: count, reasons: z.array(z.string()) }),
  /** What was said of earlier versions; version 0 is what was there before the first. */
  earlierObjections: z.array(earlierObjectionsSchema),
});
type ItemMinutes = z.infer<typeof itemMinutesSchema>;

/** The answer of `GET /api/v1/workshops/:id/minutes`: all that was shown and recorded, and nothing by voter. */
export const workshopMinutesSchema = z.strictObject({
  id: z.string(),
  assessment: z.string(),
  title: z.string(),
  mode: modeSchema,
  state: workshopStateSchema,
  /** Of the measures. */
  rules: z.string(),
  expected: z.int().nullable(),
  /** The hours that were planned. */
  day: daySchema.optional(),
  createdAt: instant,
  finishedAt: instant.optional(),
  items: z.array(itemMinutesSchema),
  questions: z.array(z.strictObject({ text: z.string(), settled: z.boolean() })),
  /** Every command, oldest first. */
  log: z.array(
    z.strictObject({
      command: z.string(),
      role: roleSchema,
      by: z.string(),
      at: instant,
      item: z.string().optional(),
      key: keyRoleSchema.optional(),
      why: z.string().optional(),
      /** Of what is switched on and off. */
      on: z.boolean().optional(),
    }),
  ),
});
export type Minutes = z.infer<typeof workshopMinutesSchema>;

/** The minutes as they write themselves; at any time, for the room to see what is in them. */
export function minutesOf(workshop: Workshop): Minutes {
  const { id, assessment, title, mode, state, expected, day, createdAt, finishedAt, agenda, questions, log } = workshop;
  const { visits } = tableTimes(log);
  return {
    ...{ id, assessment, title, mode, state, rules: agreementRules, expected, createdAt },
    ...(day === undefined ? {} : { day }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    items: agenda.map(entry => itemMinutes(entry, workshop, visits.get(entry.item) ?? [])),
    questions: questions.map(({ text, settled }) => ({ text, settled })),
    log: log.map(withoutDigest),
  };
}

function itemMinutes(entry: AgendaEntry, workshop: Workshop, visits: readonly Visit[]): ItemMinutes {
  const { item, kind, scale, minutes } = entry;
  const { state, left, rounds, opinions, earlierObjections = [] } = getProgress(workshop, item);
  return {
    ...{ item, kind, scale, minutes, state },
    ...(left === undefined ? {} : { left }),
    times: visits.flat(),
    rounds: rounds.map(round => roundMinutes(round, entry, workshop)),
    opinions,
    objections: objectionsOf(workshop, item),
    earlierObjections,
  };
}

function roundMinutes(round: Round, { scale }: AgendaEntry, { table, mode }: Workshop): RoundMinutes {
  const { openedAt, closedAt, revealedAt, outcome, paper, voided } = round;
  const voted = votedIn(round, table);
  const results: RoundResults | undefined = outcome && roundResults(outcome, { round: round.round, scale, mode });
  return {
    ...{ round: round.round, openedAt, voted },
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(revealedAt === undefined ? {} : { revealedAt }),
    ...(paper ? { paper: { ballots: paperBallots(round), by: paper.by, at: paper.at } } : {}),
    ...(results ? { results } : {}),
    reasons: outcome ? wallReasons(outcome) : [],
    ...(voided ? { voided } : {}),
  };
}

function withoutDigest({ digest: _digest, rev: _rev, ...entry }: LogEntry): Minutes['log'][number] {
  return entry;
}
