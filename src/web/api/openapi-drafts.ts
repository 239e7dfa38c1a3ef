import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { checklistDraftListSchema, checklistDraftSchema } from './checklist-draft-document.ts';
import { draftRequestSchema, publishedSchema, publishRequestSchema } from './checklist-drafts-api.ts';

type Words = {
  json: (schema: z.ZodType) => { 'application/json': { schema: z.ZodType } };
  problems: (
    ...statuses: ('400' | '404' | '409' | '412' | '413' | '422' | '428' | '503')[]
  ) => ZodOpenApiResponsesObject;
};

const path = z.object({ id: z.string() });
const header = z.object({ 'If-Match': z.string().meta({ description: 'The revision of the draft in quotes' }) });
const checklist = z.looseObject({}).meta({ description: 'As described by /api/v1/checklist.schema.json' });

/** Checklists that the city is writing. */
export function draftPaths({ json, problems }: Words): ZodOpenApiPathsObject {
  const draft = (description: string) => ({ description, content: json(checklistDraftSchema) });
  return {
    '/checklist-drafts': {
      get: {
        summary: 'The checklists that the city is writing',
        responses: { '200': { description: 'By id', content: json(checklistDraftListSchema) } },
      },
      post: {
        summary: 'Begin one: empty, a copy, or the next version of a published one',
        requestBody: { content: json(draftRequestSchema), required: true },
        responses: { '201': draft('Created; Location is its address'), ...problems('400', '422') },
      },
    },
    '/checklist-drafts/{id}': {
      get: {
        summary: 'A draft with what stands in the way of publishing',
        requestParams: { path },
        responses: { '200': draft('The revision is the ETag'), ...problems('404', '409') },
      },
      put: {
        summary: 'Replace the whole checklist of a draft, sent as JSON or YAML',
        requestParams: { path, header },
        requestBody: {
          content: { ...json(checklist), 'application/yaml': { schema: z.string() } },
          required: true,
        },
        responses: {
          '200': draft('Replaced; the new revision is the ETag'),
          ...problems('400', '404', '409', '412', '413', '422', '428', '503'),
        },
      },
      delete: {
        summary: 'Discard a draft',
        requestParams: { path, header },
        responses: { '204': { description: 'Gone' }, ...problems('400', '404', '409', '412', '428') },
      },
    },
    '/checklist-drafts/{id}/publish': {
      post: {
        summary: 'Make a version of it that never changes; without a version the least one that fits',
        requestParams: { path, header },
        requestBody: { content: json(publishRequestSchema), required: true },
        responses: {
          '201': { description: 'Published; Location is the version', content: json(publishedSchema) },
          ...problems('400', '404', '409', '412', '422', '428'),
        },
      },
    },
  };
}
