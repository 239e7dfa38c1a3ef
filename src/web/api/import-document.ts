import { z } from 'zod';
import { answerSchema } from '#assessment/answer.ts';
import type { DiffEntry, IncomingDiff } from '#assessment/incoming-diff.ts';
import { inLanguage, type Language } from '#shared/text.ts';
import type { ImportOutcome } from '../import/import-tickets.ts';

const entrySchema = z.strictObject({
  item: z.string(),
  kind: z.enum(['new', 'changed', 'cleared', 'conflicting']),
  rev: z.int().min(0).meta({ description: 'Of the present answer; 0 where there is none' }),
  stored: answerSchema.nullable(),
  mine: answerSchema.nullable().meta({ description: 'What would be recorded; null where the answer would be cleared' }),
  joined: z.boolean().meta({ description: 'A table joined cell by cell with what changed meanwhile' }),
  place: z.string(),
});

/** A file held against the present answers, as the API gives it. */
export const importDiffSchema = z.strictObject({
  entries: z.array(entrySchema),
  invalid: z.array(z.strictObject({ item: z.string().nullable(), place: z.string(), message: z.string() })),
  unchanged: z.int(),
  absent: z.array(z.string()).meta({ description: 'Items whose rows are gone from the file; they are not touched' }),
});

export const importOutcomeSchema = z.strictObject({
  recorded: z.array(z.string()),
  notRecorded: z.array(
    z.strictObject({
      item: z.string(),
      reason: z.enum(['changed-meanwhile', 'faulty', 'not-stored', 'final']),
    }),
  ),
  invalid: importDiffSchema.shape.invalid,
});

export function importDiffDocument(diff: IncomingDiff, language: Language): z.infer<typeof importDiffSchema> {
  return {
    entries: diff.entries.map(entryDocument),
    invalid: invalidDocument(diff, language),
    unchanged: diff.unchanged,
    absent: diff.absent,
  };
}

export function importOutcomeDocument(
  { recorded, notRecorded }: ImportOutcome,
  diff: IncomingDiff,
  language: Language,
): z.infer<typeof importOutcomeSchema> {
  return {
    recorded,
    notRecorded: notRecorded.map(({ itemId, reason }) => ({ item: itemId, reason })),
    invalid: invalidDocument(diff, language),
  };
}

function entryDocument({ itemId, kind, rev, stored, mine, isJoined, place }: DiffEntry) {
  return { item: itemId, kind, rev, stored, mine, joined: isJoined, place };
}

function invalidDocument({ invalid }: IncomingDiff, language: Language) {
  return invalid.map(({ itemId = null, place, message }) => ({
    item: itemId,
    place,
    message: inLanguage(message, language),
  }));
}
