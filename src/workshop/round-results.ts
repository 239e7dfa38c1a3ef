import { z } from 'zod';
import { agreementOf, badgeSchema, verdictSchema } from './agreement.ts';
import type { Measures } from './measures.ts';
import { departmentResultSchema } from './shown-departments.ts';
import type { AgendaEntry, Outcome, Workshop } from './workshop.ts';

/**
 * What may be seen of a round. Below three votes there are no bars and no figures that would be somebody's vote: null.
 * `counts` goes from the scale's lowest level to its highest; medians and quartiles are levels.
 */
export const roundResultsSchema = z.strictObject({
  round: z.int().min(1),
  counts: z.array(z.int().min(0)).nullable(),
  unknown: z.int().min(0),
  n: z.int().min(0),
  /** Of these, ballots on paper. */
  paper: z.int().min(0),
  median: z.number().nullable(),
  q1: z.number().nullable(),
  q3: z.number().nullable(),
  verdict: verdictSchema,
  badges: z.array(badgeSchema),
  changed: z.strictObject({ of: z.int().min(0), votes: z.int().min(0) }).nullable(),
  departments: z.array(departmentResultSchema).optional(),
});
export type RoundResults = z.infer<typeof roundResultsSchema>;

export const fewestForBars = 3;

type Context = { round: number; scale: AgendaEntry['scale']; mode: Workshop['mode'] };

export function roundResults(outcome: Outcome, { round, scale, mode }: Context): RoundResults {
  const { counts, unknown, paper, changed } = outcome;
  const { measures, verdict, badges } = agreementOf(counts, comparableMedians(outcome, mode));
  const n = measures?.n ?? 0;
  const isShown = n >= fewestForBars;
  return {
    ...{ round, unknown, n, paper, verdict },
    counts: isShown ? counts : null,
    ...figuresOf(isShown ? measures : null, scale.min),
    badges: isShown ? badges : [],
    // Two who voted twice would know of each other.
    changed: changed && changed.of >= fewestForBars ? changed : null,
    departments: outcome.departments.map(({ median, ...rest }) => ({
      ...rest,
      median: median === null ? null : median + scale.min,
    })),
  };
}

function figuresOf(measures: Measures | null, min: number): Pick<RoundResults, 'median' | 'q1' | 'q3'> {
  if (!measures) return { median: null, q1: null, q3: null };
  return { median: measures.median + min, q1: measures.q1 + min, q3: measures.q3 + min };
}

/** In a vote by departments a median is one vote: that two of them differ is not a gap between departments. */
function comparableMedians({ departments }: Outcome, mode: Workshop['mode']): number[] {
  if (mode === 'department') return [];
  return departments.flatMap(({ median }) => (median === null ? [] : [median]));
}
