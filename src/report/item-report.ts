import { z } from 'zod';
import { type Answer, answerKindSchema } from '#assessment/answer.ts';
import { evidenceSchema } from '#assessment/evidence.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Item, Scale } from '#checklist/checklist-schema.ts';
import { isInForce } from '#scoring/evidence-ceiling.ts';
import type { ItemScore, ScoringInput } from '#scoring/item-score.ts';
import { roundScore } from '#scoring/rounding.ts';

export const itemStateSchema = z.enum([...answerKindSchema.options, 'unanswered', 'excluded-by-fact']);
export type ItemState = z.infer<typeof itemStateSchema>;

/** One item as the exports give it. */
export const itemDocumentSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  area: z.string(),
  state: itemStateSchema,
  /** 0 to 1 as answered, and as far as evidence carries it; null where the item is open or excluded. */
  fraction: z.number().nullable(),
  supported: z.number().nullable(),
  /** The same on the item's scale, one decimal, for kinds that have levels. */
  claimedLevel: z.number().nullable(),
  supportedLevel: z.number().nullable(),
  /** The item's share of the whole result, 0 to 1. */
  effectiveWeight: z.number(),
  evidenceInForce: z.array(evidenceSchema),
  evidenceNotInForce: z.array(evidenceSchema),
});

export type ItemReport = z.infer<typeof itemDocumentSchema> & { item: Item; answer: Answer | undefined };

/** `scores` in checklist order, as scoring gives them. */
export function itemReports(input: ScoringInput, scores: ItemScore[]): ItemReport[] {
  const areaOf = new Map(input.checklist.areas.flatMap(area => area.items.map(item => [item.id, area.id])));
  return scores.map(score => itemReport(score, areaOf.get(score.id) ?? '', input));
}

function itemReport(score: ItemScore, area: string, { checklist, answers, referenceDate }: ScoringInput): ItemReport {
  const { id, item, fraction, effectiveWeight } = score;
  const answer = answers.get(id);
  const evidence = answer?.evidence ?? [];
  const supported = fraction === null ? null : score.supported;
  return {
    ...{ id, code: item.code, area, item, answer, fraction, supported, effectiveWeight },
    state: score.state === 'excluded-by-fact' ? 'excluded-by-fact' : (answer?.answer ?? 'unanswered'),
    claimedLevel: levelOf(item, fraction, scaleOf(item, checklist)),
    supportedLevel: levelOf(item, supported, scaleOf(item, checklist)),
    evidenceInForce: evidence.filter(record => isInForce(record, referenceDate)),
    evidenceNotInForce: evidence.filter(record => !isInForce(record, referenceDate)),
  };
}

/** The place on the item's scale that a fraction stands for; null for kinds without levels. */
export function levelOf(item: Item, fraction: number | null, { min, max }: Scale): number | null {
  if (fraction === null || (item.kind !== 'maturity' && item.kind !== 'metric')) return null;
  return roundScore(min + fraction * (max - min));
}
