import { z } from 'zod';
import type { Result } from '#scoring/result.ts';

const score = z.number().nullable();
const grade = z.string().nullable();
const ids = z.array(z.string());
const byId = <S extends z.ZodType>(schema: S) => z.record(z.string(), schema);

const summary = z.strictObject({ score, coverage: z.number().nullable(), low: score, high: score });

/** The shape of scoring's result, for the published schema of the export. */
export const resultSchema = z.strictObject({
  claimed: z.strictObject({
    overall: summary,
    areas: byId(summary),
    lenses: byId(byId(summary)),
    grade,
    gradeBeforeCap: grade,
    breached: ids,
    unverified: ids,
    robustness: z.strictObject({
      equalItems: score,
      equalAreas: score,
      weakestArea: score,
      scoreRange: z.tuple([score, score]),
      lowRange: z.tuple([score, score]),
      gradeStable: z.boolean().nullable(),
    }),
    shown: summary,
  }),
  supported: z.strictObject({
    overall: score,
    areas: byId(score),
    lenses: byId(byId(score)),
    grade,
    gradeBeforeCap: grade,
    unsupported: ids,
    shown: score,
  }),
  excludedShare: z.number(),
}) satisfies z.ZodType<Result>;
