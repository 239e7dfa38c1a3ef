import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { evidenceSchema } from '#assessment/evidence.ts';
import { evidenceFileTypes } from '#assessment/evidence-file.ts';
import { evidenceDocumentSchema } from './evidence-document.ts';

type Status = '400' | '403' | '404' | '409' | '410' | '412' | '413' | '422' | '428';

/** How the document words what every address has in common. */
type Words = {
  json: (schema: z.ZodType) => ZodOpenApiContent;
  problems: (...statuses: Status[]) => ZodOpenApiResponsesObject;
};
type ZodOpenApiContent = { 'application/json': { schema: z.ZodType } };

const register = z.object({ id: z.string() });
const record = z.object({ id: z.string(), evidence: z.string() });
const ifMatch = z.object({ 'If-Match': z.string().meta({ description: 'The etag of the record in quotes' }) });
const ifFile = z.object({
  'If-Match': z.string().optional().meta({ description: 'The SHA-256 of the present file in quotes' }),
  'If-None-Match': z.string().optional().meta({ description: '* where there is no file yet' }),
});
const bytes = z.string().meta({ format: 'binary' });
const files = Object.fromEntries(Object.keys(evidenceFileTypes).map(type => [type, { schema: bytes }]));

export function evidencePaths({ json, problems }: Words): ZodOpenApiPathsObject {
  const answered = {
    '200': { description: 'The record as it is now; its etag is the ETag', content: json(evidenceDocumentSchema) },
  };
  return {
    '/assessments/{id}/evidence': {
      get: {
        summary: 'The register: every record of evidence once, with the items that use it',
        requestParams: { path: register },
        responses: {
          '200': { description: 'The records', content: json(z.array(evidenceDocumentSchema)) },
          ...problems('404', '409'),
        },
      },
    },
    '/assessments/{id}/evidence/{evidence}': {
      get: {
        summary: 'A record',
        requestParams: { path: record },
        responses: { ...answered, ...problems('404', '409') },
      },
      put: {
        summary: 'Change a record for every answer that carries it; each of them gets a new revision, the file stays',
        requestParams: { path: record, header: ifMatch },
        requestBody: { content: json(evidenceSchema), required: true },
        responses: { ...answered, ...problems('400', '404', '409', '412', '422', '428') },
      },
    },
    '/assessments/{id}/evidence/{evidence}/file': {
      get: {
        summary: 'Its file, as a download; 410 where it is gone from the disk or was altered there',
        requestParams: { path: record },
        responses: {
          '200': { description: 'The file', content: files },
          ...problems('404', '409', '410'),
        },
      },
      put: {
        summary: 'Put a file on it, in place of the one it has; the type is told from the content; 20 MB at most',
        requestParams: { path: record, header: ifFile },
        requestBody: { content: { 'multipart/form-data': { schema: z.object({ file: bytes }) } }, required: true },
        responses: { ...answered, ...problems('400', '403', '404', '409', '412', '413', '422', '428') },
      },
      delete: {
        summary: 'Take its file off; the history keeps it',
        requestParams: { path: record, header: ifFile },
        responses: { ...answered, ...problems('400', '404', '409', '412', '428') },
      },
    },
  };
}
