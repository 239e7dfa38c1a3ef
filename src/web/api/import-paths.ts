import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { importQuerySchema } from './import-api.ts';
import { importDiffSchema, importOutcomeSchema } from './import-document.ts';

type Words = {
  json: (schema: z.ZodType) => { 'application/json': { schema: z.ZodType } };
  problems: (...statuses: ('400' | '404' | '409' | '422')[]) => ZodOpenApiResponsesObject;
};

const upload = z.object({
  file: z.string().meta({ format: 'binary', description: 'xlsx as downloaded here, or CSV' }),
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
  };
}
