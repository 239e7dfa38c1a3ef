import { z } from 'zod';
import { assessmentDocument, assessmentDocumentSchema } from '#assessment/assessment-document.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { textSchema } from '#shared/text.ts';
import { plannedActionDocument, plannedActionSchema } from './action-document.ts';
import { comparisonSchema } from './comparison-document.ts';
import { discussionDocumentSchema } from './discussion-document.ts';
import { discussionDocument } from './discussion-report.ts';
import { findingSchema } from './finding.ts';
import { heatmapDocument, heatmapDocumentSchema, matrixDocument, matrixDocumentSchema } from './heatmap-document.ts';
import { itemDocumentSchema } from './item-report.ts';
import { milestoneHeadSchema } from './milestone-head.ts';
import { pictureDocument, pictureDocumentSchema } from './picture-document.ts';
import type { Report } from './report.ts';
import { resultSchema } from './result-schema.ts';

/** A report as a file for programs. */
export const reportDocumentSchema = z
  .strictObject({
    schema: z.literal('report/1'),
    assessment: assessmentDocumentSchema,
    checklist: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string(), title: textSchema }),
    generatedAt: z.iso.datetime(),
    /** The day of it in the time zone of the program, by which an action is overdue; older files lack it and go by the day in China. */
    today: isoDaySchema.exactOptional(),
    /** When the assessment was begun and last changed. */
    times: z.strictObject({ begun: z.iso.datetime(), changed: z.iso.datetime() }).exactOptional(),
    /** How many changes the assessment is made of, and the hash of the last one's line in the journal. */
    trail: z.strictObject({ seq: z.int().min(1), head: z.string() }).optional(),
    result: resultSchema,
    items: z.array(itemDocumentSchema),
    findings: z.array(findingSchema),
    /** Files written before version 0.2 have neither. */
    heatmaps: z.array(heatmapDocumentSchema).exactOptional(),
    matrices: z.array(matrixDocumentSchema).exactOptional(),
    /** Where lens groups of the checklist have one. */
    pictures: z.array(pictureDocumentSchema).exactOptional(),
    /** Where the assessment had a workshop; oldest first. */
    discussions: z.array(discussionDocumentSchema).exactOptional(),
    /** Where there are any, in the order in which they were planned. */
    actions: z.array(plannedActionSchema).exactOptional(),
    /** With the assessment of the same unit before this one, where there is one. */
    comparison: comparisonSchema.exactOptional(),
    /** The whole checklist, so that the scores can be computed again from this file alone; its shape has a schema of its own. */
    definition: z
      .looseObject({ schema: z.literal('checklist/1'), id: z.string(), version: z.string() })
      .exactOptional(),
    /** Of a milestone only: what it is called, and what it can be checked by. */
    milestone: milestoneHeadSchema.extend({ digests: z.record(z.string(), z.string()) }).exactOptional(),
  })
  .meta({ title: 'Rencheng scored report' });
export type ReportDocument = z.infer<typeof reportDocumentSchema>;

export function reportDocument({
  assessment,
  wholeChecklist,
  generatedAt,
  today,
  result,
  items,
  findings,
  trail,
  heatmaps,
  matrices,
  pictures,
  discussions,
  comparison,
  plan,
}: Report): ReportDocument {
  return {
    schema: 'report/1',
    assessment: assessmentDocument(assessment),
    checklist: { ...assessment.checklist, title: wholeChecklist.title },
    times: { begun: assessment.createdAt, changed: assessment.changedAt },
    ...{ generatedAt, today, result, findings },
    ...(trail ? { trail } : {}),
    items: items.map(({ item: _item, answer: _answer, ...document }) => document),
    heatmaps: heatmaps.map(heatmapDocument),
    matrices: matrices.map(matrixDocument),
    ...(pictures.length > 0 ? { pictures: pictures.map(pictureDocument) } : {}),
    ...(plan.actions.length > 0 ? { actions: plan.actions.map(plannedActionDocument) } : {}),
    ...(discussions.length > 0 ? { discussions: discussions.map(discussionDocument) } : {}),
    ...(comparison ? { comparison } : {}),
    definition: wholeChecklist,
  };
}

/** The JSON Schema that `report.json` keeps to. */
export function reportJsonSchema() {
  return z.toJSONSchema(reportDocumentSchema, { io: 'output' });
}
