import { z } from 'zod';

/** What a comparison can state; `comparison-findings.ts` decides when. */
const comparisonFindingCodeSchema = z.enum([
  'not-equivalent',
  'not-scored',
  'weightless',
  'common',
  'few',
  'claimed-rose',
  'claimed-fell',
  'claimed-same',
  'supported-rose',
  'supported-fell',
  'supported-same',
  'most-up',
  'most-down',
  'evidence-less',
  'headline',
  'headline-same',
  'headline-undefined',
]);
type ComparisonFindingCode = z.infer<typeof comparisonFindingCodeSchema>;

const paramsSchema = z
  .strictObject({
    /** By id, the weightiest first. */
    items: z.array(z.string()),
    count: z.int(),
    total: z.int(),
    /** Scores as shown; `change` without its sign. */
    from: z.number(),
    to: z.number(),
    change: z.number(),
  })
  .partial();
export type ComparisonFindingParams = z.infer<typeof paramsSchema>;

/** A statement about a comparison without words. */
export const comparisonFindingSchema = z.strictObject({ code: comparisonFindingCodeSchema, params: paramsSchema });
export type ComparisonFinding = z.infer<typeof comparisonFindingSchema>;

export function comparisonFinding(
  code: ComparisonFindingCode,
  params: ComparisonFindingParams = {},
): ComparisonFinding {
  return { code, params };
}
