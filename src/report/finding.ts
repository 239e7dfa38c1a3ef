import { z } from 'zod';
import { contentCodes } from './content-codes.ts';
import { contentParams } from './content-params.ts';

/** What a report can state, by the part in which it stands. `report/<part>-findings.ts` decides when. */
export const findingCodeSchema = z.enum([
  'headline.claimed',
  'headline.claimed-capped',
  'headline.supported',
  'headline.supported-capped',
  'headline.no-grade',
  'grade.reached',
  'grade.lowest',
  'grade.nothing-counts',
  'grade.coverage',
  'grade.coverage-full',
  'grade.coverage-low',
  'grade.excluded-too-much',
  'grade.open-could-raise',
  'grade.breach-caps',
  'grade.breach-noted',
  'grade.unverified-caps',
  'grade.unverified-noted',
  'grade.supported',
  'grade.supported-capped',
  'grade.supported-none',
  'grade.gap',
  'grade.gap-with-open',
  'grade.gap-open',
  'distance.next',
  'distance.next-supported',
  'distance.next-blocked',
  'distance.next-blocked-supported',
  'distance.top',
  'distance.capped',
  'distance.coverage',
  'distance.excluded',
  'distance.none',
  'areas.ends',
  'areas.widest',
  'areas.undefined',
  'areas.none',
  'bottom-lines.none',
  'bottom-lines.cap-on',
  'bottom-lines.cap-off',
  'bottom-lines.no-cap',
  ...contentCodes,
  'robustness.stable',
  'robustness.unstable',
  'robustness.no-grade',
  'robustness.single-area',
  'robustness.undefined',
  'discussions.items',
  'discussions.former',
  'discussions.consensus',
  'discussions.spread',
  'discussions.split',
  'discussions.too-few',
  'discussions.no-vote',
  'discussions.second-round',
  'discussions.differs',
  'discussions.unanswered',
  'discussions.parked',
  'actions.none',
  'actions.planned',
  'actions.when-done',
  'actions.when-done-grade',
  'actions.overdue',
  'actions.incomplete',
  'actions.bottom-lines',
]);
export type FindingCode = z.infer<typeof findingCodeSchema>;

const findingParamsSchema = z
  .strictObject({
    /** Grades by id. */
    grade: z.string(),
    otherGrade: z.string(),
    cap: z.string(),
    /** Items and areas by id. */
    items: z.array(z.string()),
    area: z.string(),
    otherArea: z.string(),
    areas: z.array(z.string()),
    /** Scores as shown, 0 to 100; a gap is the difference of two shown scores. */
    from: z.number(),
    score: z.number(),
    otherScore: z.number(),
    low: z.number(),
    otherLow: z.number(),
    high: z.number(),
    supported: z.number(),
    otherSupported: z.number(),
    gap: z.number(),
    openGap: z.number(),
    /** Whole per cents. */
    coverage: z.number(),
    minimum: z.number(),
    excluded: z.number(),
    maximum: z.number(),
    count: z.int(),
    recorded: z.int(),
    split: z.int(),
    closer: z.int(),
    unfinished: z.int(),
    ...contentParams,
  })
  .partial();
export type FindingParams = z.infer<typeof findingParamsSchema>;

/** A statement about the numbers without words; the numbers in it are those that are shown. */
export const findingSchema = z.strictObject({ code: findingCodeSchema, params: findingParamsSchema });
export type Finding = z.infer<typeof findingSchema>;

export function finding(code: FindingCode, params: FindingParams = {}): Finding {
  return { code, params };
}
