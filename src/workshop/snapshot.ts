import { z } from 'zod';
import { itemKindSchema } from '#checklist/checklist-schema.ts';
import { voteValueSchema } from './ballot-box.ts';
import { applicationOutcomeSchema, opinionTexts, opinionValueSchema } from './opinion.ts';
import { roleSchema } from './role.ts';
import { roundResultsSchema } from './round-results.ts';
import { itemStateSchema, minutesSchema, modeSchema, workshopStateSchema } from './workshop.ts';
import { commandNames } from './workshop-command.ts';

const count = z.int().min(0);

const lastCommandSchema = z.strictObject({
  command: z.string(),
  role: roleSchema,
  by: z.string(),
  at: z.iso.datetime(),
});

/** Of the standing opinion; a phone gets a long rationale cut short and no table of cells. */
const recordSchema = z.strictObject({
  version: z.int().min(1),
  value: opinionValueSchema.optional(),
  ...opinionTexts,
  amends: z.string().optional(),
});

const ownSchema = z.strictObject({ value: voteValueSchema, round: z.int().min(1), reason: z.string().optional() });

/** What everybody in the room gets. `state` is the item's, `workshop` the workshop's; `round` is 0 before the first. */
const forAll = {
  rev: count,
  workshop: workshopStateSchema,
  title: z.string(),
  mode: modeSchema,
  item: z.string().nullable(),
  kind: itemKindSchema.nullable(),
  scale: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
  round: count,
  state: itemStateSchema.nullable(),
  /** The item's place on the agenda, counted from 1. */
  position: z.strictObject({ number: z.int().min(1), total: z.int().min(1) }).nullable(),
  timer: z.strictObject({ remainingMs: count, running: z.boolean() }).nullable(),
  /** Who has a seat, who is connected, how many votes there are in the round, with those on paper. */
  joined: count,
  present: count,
  voted: count,
  /** The number of the last round, where it was voided and nothing came after it. */
  voided: z.int().min(1).optional(),
  /** Only where the role may see it: everybody once it is revealed, the facilitators when voting is closed. */
  results: roundResultsSchema.optional(),
  /** The round before, beside `results`; the facilitators keep it in sight all the time. */
  previous: roundResultsSchema.optional(),
  record: recordSchema.optional(),
};

/** Of one participant alone. */
const forParticipant = {
  own: ownSchema.optional(),
  /** What the same seat voted in the round before. */
  ownPrevious: ownSchema.optional(),
};

/** On the wall, and for those who run the workshop. */
const forScreens = {
  code: z.string(),
  locked: z.boolean(),
  blank: z.boolean(),
  expected: z.int().nullable(),
  /** Chosen for the wall. */
  reasons: z.array(z.strictObject({ value: voteValueSchema, text: z.string() })),
  objections: z.strictObject({ canLive: count, cannotLive: count }),
  /** How many of `voted` are on paper: there is no phone to them. */
  paper: count,
  /** Without paper: seats that voted, of those that are connected or voted; in a vote by departments, departments of those that joined. */
  turnout: z.strictObject({ voted: count, present: count }),
};

const connectionsSchema = z.strictObject({
  participants: count,
  projectors: count,
  cockpits: count,
  scribes: count,
});
/** Open streams at this moment, by role; facilitator and co-facilitator are cockpits. */
export type Connections = z.infer<typeof connectionsSchema>;

/** For those who run the workshop or keep its record. */
const forRunning = {
  /** Of the item on the table: how many rounds were opened, and how many of them were revealed and count. */
  rounds: z.strictObject({ opened: count, counted: count }),
  /** What can be done now. */
  commands: z.array(z.enum(commandNames)),
  agenda: z.array(
    z.strictObject({
      item: z.string(),
      state: itemStateSchema,
      minutes: minutesSchema,
      opinion: z.strictObject({ version: z.int(), value: opinionValueSchema }).optional(),
      /** What became of the opinion in the assessment. */
      application: applicationOutcomeSchema.optional(),
    }),
  ),
  questions: z.array(z.strictObject({ text: z.string(), settled: z.boolean() })),
  /** Once revealed; the place in the list is their index. */
  allReasons: z.array(z.strictObject({ value: voteValueSchema, text: z.string(), shown: z.boolean() })),
  objectionReasons: z.array(z.string()),
  /** More votes than heads are expected. */
  exceeded: z.boolean(),
  connections: connectionsSchema,
  /** Of those with a seat, how many voted. */
  departments: z.array(z.strictObject({ department: z.string(), voted: count, joined: count })),
  canUndo: z.boolean(),
  last: lastCommandSchema.optional(),
};

/** The answer of `GET /api/v1/w/:code/state` and of every command; fields that are optional depend on the role. */
export const snapshotSchema = z.strictObject({
  ...forAll,
  ...forParticipant,
  ...z.object(forScreens).partial().shape,
  ...z.object(forRunning).partial().shape,
});
export type Snapshot = z.infer<typeof snapshotSchema>;
