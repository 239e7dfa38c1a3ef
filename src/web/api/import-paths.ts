import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { importQuerySchema } from './import-api.ts';
import { importDiffSchema, importOutcomeSchema } from './import-document.ts';
import { arrivedSchema, knownSchema } from './package-document.ts';
import { packageQuerySchema } from './packages-api.ts';

type Words = {
  json: (schema: z.ZodType) => { 'application/json': { schema: z.ZodType } };
  problems: (...statuses: ('400' | '404' | '409' | '422')[]) => ZodOpenApiResponsesObject;
};

const upload = z.object({
  file: z.string().meta({ format: 'binary', description: 'xlsx as downloaded here, or CSV' }),
});

const packageUpload = z.object({
  file: z.string().meta({ format: 'binary', description: 'A package of format 1 or 2' }),
});

export function importPaths({ json, problems }: Words): ZodOpenApiPathsObject {
  return {
    '/assessments/{id}/import': {
      post: {
        summary: 'Record answers out of a filled-in sheet, or see what it would change',
        requestParams: { path: z.object({ id: z.string() }), query: importQuerySchema },
        requestBody: { content: { 'multipart/form-data': { schema: upload } }, required: true },
        responses: {
          '200': {
            description: 'What was recorded; with dryRun what differs',
            content: json(z.union([importOutcomeSchema, importDiffSchema])),
          },
          ...problems('400', '404', '409', '422'),
        },
      },
    },
    '/assessments/{id}/package': {
      get: {
        summary: 'The assessment as one file, with history, checklist, files, milestones and minutes',
        requestParams: { path: z.object({ id: z.string() }) },
        responses: {
          '200': { description: 'The package', content: { 'application/zip': { schema: z.string() } } },
          ...problems('404', '409'),
        },
      },
    },
    '/packages': {
      post: {
        summary: 'Take a package: an assessment that is unknown here arrives, of a known one what differs is told',
        requestParams: { query: packageQuerySchema },
        requestBody: { content: { 'multipart/form-data': { schema: packageUpload } }, required: true },
        responses: {
          '200': { description: 'Known here: what differs, and what was recorded', content: json(knownSchema) },
          '201': { description: 'Unknown here: what arrived', content: json(arrivedSchema) },
          ...problems('400', '409', '422'),
        },
      },
    },
  };
}
