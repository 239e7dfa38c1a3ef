import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { answerDocumentSchema } from '#assessment/assessment-document.ts';
import { actionDocumentSchema } from '#report/action-document.ts';
import { checklistDraftSchema } from './checklist-draft-document.ts';
import { publishedDraftSchema } from './checklist-drafts-api.ts';
import { evidenceDocumentSchema } from './evidence-document.ts';
import { suggestionsSchema } from './suggestions-document.ts';
import { versionDocumentSchema } from './version-document.ts';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), line: z.int().optional(), column: z.int().optional() }))
      .optional(),
    current: z
      .union([
        answerDocumentSchema,
        evidenceDocumentSchema,
        actionDocumentSchema,
        checklistDraftSchema,
        suggestionsSchema,
        versionDocumentSchema,
      ])
      .nullable()
      .optional(),
    published: publishedDraftSchema.optional(),
  })
  .meta({
    id: 'Problem',
    description:
      'RFC 9457 problem details; `errors` with 422, `current` with 412; `published` where a draft became a version',
  });

const reasons = {
  '400': 'The request cannot be read',
  '401': 'Without the start token, or with a wrong one',
  '403': 'From a page of another site, or this installation does not take files',
  '404': 'Unknown, or outside the scope of the assessment',
  '409':
    'The assessment is final, its files are damaged, workshops stand in the way, there is no newer version or nothing to undo, or the draft has been published',
  '410': 'The file is not on the disk, or was altered there',
  '412': 'Somebody else changed it; `current` is what stands, its revision is the ETag',
  '413': 'Larger than the limit',
  '421': 'By another host than the address of the program',
  '422': 'Faulty input; `errors` names every fault',
  '428': 'If-Match is missing',
  '503': 'Too many files are being read; try again in a minute',
  '507': 'It could not be stored; nothing was changed',
};
export type ProblemStatus = keyof typeof reasons;

export function problems(...statuses: ProblemStatus[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    statuses.map(status => [
      status,
      { description: reasons[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

const methods = ['get', 'post', 'put', 'delete'] as const;

/** What can stand before any operation: the address of the program, the token, the origin, the size of a body, the disk. An operation's own words stay. */
export function withCommonProblems(paths: ZodOpenApiPathsObject): ZodOpenApiPathsObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const described = methods.flatMap(method => {
        const operation = item[method];
        return operation ? [[method, withCommon(operation, method !== 'get')] as const] : [];
      });
      return [path, { ...item, ...Object.fromEntries(described) }];
    }),
  );
}

function withCommon(operation: ZodOpenApiOperationObject, isUnsafe: boolean): ZodOpenApiOperationObject {
  const unsafe: ProblemStatus[] = isUnsafe ? ['403', '507'] : [];
  const sized: ProblemStatus[] = operation.requestBody ? ['400', '413'] : [];
  return { ...operation, responses: { ...problems('401', '421', ...unsafe, ...sized), ...operation.responses } };
}
