import { z } from 'zod';
import { answerSchema } from '#assessment/answer.ts';
import type { OpenSuggestions } from '../suggestions/open-suggestions.ts';

const suggestionSchema = z.strictObject({
  item: z.string(),
  area: z.string(),
  answer: answerSchema,
  at: z.iso.datetime().meta({ description: 'When it was given' }),
  differences: z
    .array(z.enum(['reweighted', 'rescored', 'reworded', 'other-area']))
    .meta({ description: 'What is different of the item since' }),
  asks: z
    .enum(['meaning', 'kind', 'scale', 'unit', 'table'])
    .nullable()
    .meta({ description: 'Why the item asks something else now; null where it asks the same' }),
  lapsed: z.int().meta({ description: 'Records that are not in force on the reference date' }),
  possible: z.boolean().meta({ description: 'Whether the item takes this answer' }),
  safe: z.boolean().meta({ description: 'Nothing stands against confirming it with its area' }),
});

export const suggestionsSchema = z.strictObject({
  origin: z
    .strictObject({ id: z.string(), period: z.string() })
    .nullable()
    .meta({ description: 'The earlier assessment; null where it is gone or damaged' }),
  suggestions: z.array(suggestionSchema),
});

/** In the order of the checklist. */
export function suggestionsDocument({ origin, suggestions }: OpenSuggestions): z.infer<typeof suggestionsSchema> {
  return {
    origin: origin ? { id: origin.assessment.id, period: origin.assessment.setup.period } : null,
    suggestions: suggestions.map(({ item, area, answer, record, differences, asks, lapsed, isPossible, isSafe }) => ({
      ...{ item: item.id, area: area.id, answer, at: record.at, differences, asks: asks ?? null, lapsed },
      ...{ possible: isPossible, safe: isSafe },
    })),
  };
}
