import { z } from 'zod';
import { answerSchema } from '#assessment/answer.ts';
import { relationSchema } from '#workshop/compare-opinion.ts';
import { workshopMinutesSchema } from '#workshop/minutes.ts';
import { opinionSchema } from '#workshop/opinion.ts';
import { roundResultsSchema } from '#workshop/round-results.ts';
import { agendaEntrySchema, itemStateSchema } from '#workshop/workshop.ts';

/**
 * A round as it was shown, with the distance of its quartiles and the index by which items are ordered: lower is more disputed, and it
 * has no words. Null below three votes, as everything is there that would show somebody's vote.
 */
const roundFiguresSchema = roundResultsSchema.extend({
  iqr: z.number().nullable(),
  consensusIndex: z.number().nullable(),
});
export type RoundFigures = z.infer<typeof roundFiguresSchema>;

/** The opinion that holds, and how it goes with the answer. */
const recordedOpinionSchema = opinionSchema.omit({ from: true, undone: true }).extend({ relation: relationSchema });
export type RecordedOpinion = z.infer<typeof recordedOpinionSchema>;

/** An item that was on the table. */
export const discussedItemSchema = z.strictObject({
  item: z.string(),
  inScope: z.boolean(),
  /** As the room saw it, with its scale, where the checklist does not ask it so any more; its shape is that of an item of a checklist. */
  former: z.looseObject({ id: z.string(), code: z.string() }).exactOptional(),
  ...{ kind: agendaEntrySchema.shape.kind, scale: agendaEntrySchema.shape.scale, state: itemStateSchema },
  /** Why it was parked or skipped. */
  left: z.string().exactOptional(),
  /** Those that were revealed and count. */
  rounds: z.array(roundFiguresSchema),
  opinion: recordedOpinionSchema.nullable(),
  /** The present answer; of a former item none. */
  claimed: answerSchema.pick({ answer: true, value: true }).nullable(),
});

const { id, title, mode, state, rules, createdAt, finishedAt, questions } = workshopMinutesSchema.shape;

/** What a workshop leaves in the report; its minutes have the rest. Items in the order of its agenda. */
export const discussionDocumentSchema = z.strictObject({
  ...{ id, title, mode, state, rules, createdAt, finishedAt },
  items: z.array(discussedItemSchema),
  /** Items by id, as far as their last vote can be shown. */
  mostDisputedFirst: z.array(z.string()),
  /** For later; some may have been answered in the room. */
  questions,
});
export type DiscussionDocument = z.infer<typeof discussionDocumentSchema>;
