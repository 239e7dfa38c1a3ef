import { z } from 'zod';
import type { CopyCounts } from '#assessment/count-subjects.ts';
import { sha256Schema } from '#assessment/evidence-file.ts';
import type { ActionEntry } from '#assessment/incoming-actions.ts';
import { actionDocument, actionDocumentSchema } from '#report/action-document.ts';
import { type RecordsOutcome, recordsReasons } from '../import/import-tickets.ts';
import type { RecordsNow } from '../import/records-now.ts';
import type { TakenPackage } from '../import/take-package.ts';
import { importDiffSchema, importOutcomeSchema } from './import-document.ts';

/** What came along with an assessment that was unknown here. */
export const arrivedSchema = z.strictObject({
  assessment: z.string(),
  changes: z.int().min(1),
  files: z.strictObject({ taken: z.int().min(0), missing: z.int().min(0) }),
  milestones: z.strictObject({ taken: z.int().min(0), missing: z.int().min(0) }),
  minutes: z.int().min(0),
});

const outcomeSchema = z.strictObject({
  taken: z.array(z.string()),
  notTaken: z.array(z.strictObject({ name: z.string(), reason: z.enum(recordsReasons) })),
});

const countSchema = z.int().min(1).optional();
const taken = { answer: countSchema, file: countSchema, action: countSchema, milestone: countSchema };

/** The changes of the other copy since both were the same; all numbers together are `all`. */
const countsSchema = z.strictObject({
  all: z.int().min(0),
  offered: z.strictObject(taken),
  same: z.int().min(0).meta({ description: 'They come to the same as here' }),
  left: z
    .strictObject({ ...taken, setup: countSchema, state: countSchema, version: countSchema })
    .meta({ description: 'Not taken over' }),
});

/** What a package has that the assessment here has not, and what was recorded of it. */
export const knownSchema = z.strictObject({
  assessment: z.string(),
  diff: importDiffSchema,
  changes: countsSchema,
  actions: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['new', 'changed', 'removed', 'conflicting', 'noted', 'faulty']),
      rev: z.int().min(0).meta({ description: 'Of the present action; 0 where there is none' }),
      stored: actionDocumentSchema.nullable(),
      theirs: actionDocumentSchema.nullable().meta({ description: 'null where the copy has removed it' }),
      notes: z.array(z.strictObject({ on: z.string(), text: z.string() })).meta({ description: 'Not here yet' }),
    }),
  ),
  files: z.array(
    z.strictObject({
      record: z.string(),
      kind: z.enum(['new', 'changed', 'removed', 'conflicting', 'waiting']),
      stored: sha256Schema.nullable(),
      theirs: sha256Schema.nullable(),
      cannot: z
        .enum(['off', 'not-held', 'waiting', 'final'])
        .nullable()
        .meta({ description: 'Why it cannot be taken' }),
    }),
  ),
  healed: z.array(z.string()).meta({ description: 'Files that were gone from the disk here and are there again' }),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      sha256: z.string(),
      now: z.enum(['new', 'same', 'missing', 'conflicting']),
    }),
  ),
  minutes: z.array(
    z.strictObject({ sha256: z.string(), title: z.string(), now: z.enum(['new', 'same', 'held', 'missing']) }),
  ),
  recorded: importOutcomeSchema.optional(),
  along: outcomeSchema.optional().meta({ description: 'Files that came along with what was recorded' }),
  records: outcomeSchema.optional(),
});

type Arrived = Extract<TakenPackage, { kind: 'arrived' }>;

export function arrivedDocument({ assessmentId, changes, files, records }: Arrived): z.infer<typeof arrivedSchema> {
  return {
    ...{ assessment: assessmentId, changes, minutes: records.minutes },
    files: { taken: files.received.size, missing: files.missing },
    milestones: { taken: records.milestones, missing: records.missing },
  };
}

type Known = z.infer<typeof knownSchema>;
type Told = Pick<Known, 'actions' | 'files' | 'milestones' | 'minutes' | 'records'>;

/** As they stand by now. */
export function recordsDocument(
  { actions, files, milestones, minutes }: RecordsNow,
  outcome: RecordsOutcome | undefined,
): Told {
  return {
    actions: [
      ...actions.entries.map(actionEntry),
      ...actions.invalid.map(({ theirs }) => actionEntry({ id: theirs.id, kind: 'faulty', theirs })),
    ],
    files: files.map(({ entry: { record, kind, stored, theirs }, cannot = null }) => ({
      ...{ record, kind, cannot },
      ...{ stored: stored?.sha256 ?? null, theirs: theirs?.sha256 ?? null },
    })),
    milestones: milestones.map(({ entry: { id, name, sha256 }, now }) => ({ id, name, sha256, now: now.kind })),
    minutes: minutes.map(({ brought, now }) => ({ sha256: brought.sha256, title: brought.summary.title, now })),
    ...(outcome ? { records: outcome } : {}),
  };
}

type Entry = Pick<ActionEntry, 'id' | 'theirs'> & Partial<ActionEntry>;

function actionEntry({
  id,
  kind,
  rev = 0,
  stored = null,
  theirs,
  notes = [],
}: Omit<Entry, 'kind'> & { kind: ActionEntry['kind'] | 'faulty' }): Known['actions'][number] {
  return {
    ...{ id, kind, rev },
    stored: stored && actionDocument(stored),
    theirs: theirs && actionDocument(theirs),
    notes: notes.map(({ on, text }) => ({ on, text })),
  };
}

export function countsDocument({ all, offered, same, left }: CopyCounts): Known['changes'] {
  return { all, offered: Object.fromEntries(offered), same, left: Object.fromEntries(left) };
}
