import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { answerSchema, limits } from '#assessment/answer.ts';
import { answerDocumentSchema, assessmentDocumentSchema } from '#assessment/assessment-document.ts';
import { evidenceIdSchema, evidenceSchema } from '#assessment/evidence.ts';
import { comparisonSchema } from '#report/comparison-document.ts';
import { textSchema } from '#shared/text.ts';
import { newAssessmentSchema } from './assessments-api.ts';
import { importPaths } from './import-paths.ts';
import { actionPaths } from './openapi-actions.ts';
import { draftPaths } from './openapi-drafts.ts';
import { evidencePaths } from './openapi-evidence.ts';
import { problems, withCommonProblems } from './openapi-problems.ts';
import { versionPaths } from './openapi-versions.ts';
import { scoreRequestSchema } from './score-api.ts';
import { workshopPaths } from './workshop-paths.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const ok = (description: string, schema: z.ZodType) => ({ '200': { description, content: json(schema) } });

const summarySchema = z.object({
  score: z.number().nullable(),
  coverage: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const resultSchema = z
  .looseObject({
    claimed: z.looseObject({ overall: summarySchema, grade: z.string().nullable() }),
    supported: z.looseObject({ overall: z.number().nullable(), grade: z.string().nullable() }),
    excludedShare: z.number(),
  })
  .meta({
    id: 'Result',
    description: 'Claimed and supported: overall, by area, by lens; grades, bottom lines, robustness',
  });

/** The whole shape has a schema of its own. */
const checklistDocumentSchema = z
  .looseObject({ schema: z.literal('checklist/1'), id: z.string(), version: z.string(), title: textSchema })
  .meta({ id: 'Checklist', description: 'As described by /api/v1/checklist.schema.json' });

const id = z.object({ id: z.string() });
const answerAddress = z.object({ id: z.string(), item: z.string() });
const ifMatch = z.object({
  'If-Match': z.string().meta({ description: 'The revision in quotes; "0" where there is no answer' }),
});

const checklistListSchema = z.array(
  z.object({ id: z.string(), version: z.string(), title: textSchema, areas: z.int(), items: z.int() }),
);

/** A record of the register can be named by its id alone. */
const sentAnswerSchema = answerSchema.extend({
  stage: z.literal('self').optional(),
  evidence: z
    .array(z.union([evidenceSchema, z.strictObject({ id: evidenceIdSchema })]))
    .max(limits.evidence)
    .optional(),
});

const putAnswer: ZodOpenApiOperationObject = {
  summary: 'Record an answer',
  requestParams: { path: answerAddress, header: ifMatch },
  requestBody: { content: json(sentAnswerSchema), required: true },
  responses: {
    ...ok('Recorded; the new revision is the ETag', answerDocumentSchema),
    ...problems('400', '404', '409', '412', '422', '428'),
  },
};
const deleteAnswer: ZodOpenApiOperationObject = {
  summary: 'Clear an answer; its revision counts on',
  requestParams: { path: answerAddress, header: ifMatch },
  responses: {
    '204': { description: 'Cleared; the revision of the clearing is the ETag' },
    ...problems('400', '404', '409', '412', '428'),
  },
};

const schemaFile = (summary: string, description: string): ZodOpenApiOperationObject => ({
  summary,
  responses: { '200': { description, content: { 'application/schema+json': { schema: z.looseObject({}) } } } },
});

const paths: ZodOpenApiPathsObject = {
  '/openapi.json': { get: { summary: 'This description', responses: ok('OpenAPI 3.1', z.looseObject({})) } },
  '/checklist.schema.json': { get: schemaFile('The shape of a checklist', 'JSON Schema') },
  '/report.schema.json': { get: schemaFile('The shape of report.json', 'JSON Schema') },
  '/checklists': { get: { summary: 'The checklists', responses: ok('Newest versions', checklistListSchema) } },
  '/checklists/{id}': {
    get: {
      summary: 'A checklist, newest version',
      requestParams: { path: id },
      responses: { ...ok('The checklist', checklistDocumentSchema), ...problems('404') },
    },
  },
  '/checklists/{id}/{version}': {
    get: {
      summary: 'A certain version of a checklist',
      requestParams: { path: z.object({ id: z.string(), version: z.string() }) },
      responses: { ...ok('The checklist', checklistDocumentSchema), ...problems('404') },
    },
  },
  ...draftPaths({ json, problems }),
  '/score': {
    post: {
      summary: 'Score answers against a checklist, storing nothing',
      requestBody: { content: json(scoreRequestSchema), required: true },
      responses: { ...ok('The result', resultSchema), ...problems('400', '422') },
    },
  },
  '/assessments': {
    get: {
      summary: 'The assessments, newest change first',
      responses: ok('Without answers', z.array(assessmentDocumentSchema.omit({ answers: true }))),
    },
    post: {
      summary: 'Start an assessment',
      requestBody: { content: json(newAssessmentSchema), required: true },
      responses: {
        '201': { description: 'Created; Location is its address', content: json(assessmentDocumentSchema) },
        ...problems('400', '422'),
      },
    },
  },
  '/assessments/{id}': {
    get: {
      summary: 'An assessment with its answers',
      requestParams: { path: id },
      responses: { ...ok('The assessment', assessmentDocumentSchema), ...problems('404', '409') },
    },
  },
  '/compare': {
    get: {
      summary: 'Two assessments side by side, like for like',
      requestParams: { query: z.object({ old: z.string(), new: z.string() }) },
      responses: { ...ok('The comparison', comparisonSchema), ...problems('404', '409', '422') },
    },
  },
  ...workshopPaths,
  '/assessments/{id}/answers/{item}': { put: putAnswer, delete: deleteAnswer },
  ...evidencePaths({ json, problems }),
  ...actionPaths({ json, problems }),
  ...importPaths({ json, problems }),
  ...versionPaths({ json, problems }),
  '/assessments/{id}/result': {
    get: {
      summary: 'Its result',
      requestParams: { path: id },
      responses: { ...ok('The result', resultSchema), ...problems('404', '409') },
    },
  },
};

/** Made from the schemas that the routes themselves use. */
export function openapiDocument() {
  return createDocument({
    openapi: '3.1.0',
    info: { title: '韧城 Rencheng', version: '1' },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: withCommonProblems(paths),
  });
}
