import { z } from 'zod';
import { checklistSchema } from './checklist-schema.ts';

/** The shape of a checklist as it is written or sent, before defaults; rules across fields are not part of it. */
export function checklistJsonSchema() {
  return z.toJSONSchema(checklistSchema, { io: 'input' });
}
