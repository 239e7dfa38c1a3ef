import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { assessmentDocumentSchema } from '#assessment/assessment-document.ts';
import { chosenOriginSchema, confirmedSchema, confirmRequestSchema } from './suggestions-api.ts';
import { suggestionsSchema } from './suggestions-document.ts';
import { moveRequestSchema } from './version-api.ts';
import { versionDocumentSchema } from './version-document.ts';

/** How the document words what every address has in common. */
type Words = {
  json: (schema: z.ZodType) => { 'application/json': { schema: z.ZodType } };
  problems: (...statuses: ('400' | '404' | '409' | '412' | '422' | '428')[]) => ZodOpenApiResponsesObject;
};

const path = z.object({ id: z.string() });
const header = z.object({ 'If-Match': z.string().meta({ description: 'The ETag of what was read before' }) });

/** Moves to another version of the checklist, and answers of an earlier assessment. */
export function versionPaths({ json, problems }: Words): ZodOpenApiPathsObject {
  const document = (description: string) => ({ description, content: json(versionDocumentSchema) });
  return {
    '/assessments/{id}/version': {
      get: {
        summary: 'What moving to the newest version of the checklist, or undoing the last move, would come to',
        requestParams: { path },
        responses: { '200': document('The preview; its state is the ETag'), ...problems('404', '409') },
      },
      post: {
        summary: 'Move to the newest version as previewed; a milestone is kept first',
        requestParams: { path, header },
        requestBody: { content: json(moveRequestSchema), required: true },
        responses: {
          '200': document('Moved; what undoing it would come to'),
          ...problems('400', '404', '409', '412', '422', '428'),
        },
      },
    },
    '/assessments/{id}/version/undo': {
      post: {
        summary: 'Undo the last move as a whole; a milestone is kept first',
        requestParams: { path, header },
        responses: { '200': document('Undone'), ...problems('400', '404', '409', '412', '428') },
      },
    },
    '/assessments/{id}/origin': {
      put: {
        summary: 'Choose the earlier assessment whose answers are suggested, or none',
        requestParams: { path },
        requestBody: { content: json(chosenOriginSchema), required: true },
        responses: {
          '200': { description: 'The assessment', content: json(assessmentDocumentSchema) },
          ...problems('400', '404', '409', '422'),
        },
      },
    },
    '/assessments/{id}/suggestions': {
      get: {
        summary: 'Answers of the earlier assessment to items that are still open; they count for nothing',
        requestParams: { path },
        responses: {
          '200': {
            description: 'The suggestions; the ETag is that of the earlier assessment',
            content: json(suggestionsSchema),
          },
          ...problems('404', '409'),
        },
      },
    },
    '/assessments/{id}/suggestions/confirm': {
      post: {
        summary: 'Make suggestions the answers: some items, or those of an area that nothing stands against',
        requestParams: { path, header },
        requestBody: { content: json(confirmRequestSchema), required: true },
        responses: {
          '200': { description: 'What was confirmed, and what was not and why', content: json(confirmedSchema) },
          ...problems('400', '404', '409', '412', '422', '428'),
        },
      },
    },
  };
}
