import { lineSchema } from '#shared/plain-text.ts';

export const reasonLimit = 140;

/** What a participant may write to a vote, an objection or as a question. */
export const reasonSchema = lineSchema(reasonLimit);
