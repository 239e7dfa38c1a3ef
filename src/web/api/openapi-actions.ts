import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { actionContentSchema, actionNoteSchema } from '#assessment/action.ts';
import { actionDocumentSchema, plannedActionSchema } from '#report/action-document.ts';
import { carryRequestSchema, whatIfRequestSchema, whatIfSchema } from './actions-api.ts';

type Status = '400' | '404' | '409' | '412' | '422' | '428';

/** How the document words what every address has in common. */
type Words = {
  json: (schema: z.ZodType) => { 'application/json': { schema: z.ZodType } };
  problems: (...statuses: Status[]) => ZodOpenApiResponsesObject;
};

const plan = z.object({ id: z.string() });
const action = z.object({ id: z.string(), action: z.string() });
const ifMatch = z.object({ 'If-Match': z.string().meta({ description: 'The revision of the action in quotes' }) });

export function actionPaths({ json, problems }: Words): ZodOpenApiPathsObject {
  const answered = (description: string) => ({ description, content: json(actionDocumentSchema) });
  return {
    '/assessments/{id}/actions': {
      get: {
        summary: 'The action plan, in the order in which it was made, with what each action would gain alone',
        requestParams: { path: plan },
        responses: {
          '200': { description: 'The actions', content: json(z.array(plannedActionSchema)) },
          ...problems('404', '409'),
        },
      },
      post: {
        summary: 'Plan an action; a final assessment takes them too, they change no answer',
        requestParams: { path: plan },
        requestBody: { content: json(actionContentSchema), required: true },
        responses: {
          '201': answered('Planned; Location is its address, its revision the ETag'),
          ...problems('400', '404', '409', '422'),
        },
      },
    },
    '/assessments/{id}/actions/carry': {
      post: {
        summary:
          'Take over what another assessment of the city has not finished; what was taken over before stays as it is',
        requestParams: { path: plan },
        requestBody: { content: json(carryRequestSchema), required: true },
        responses: {
          '200': { description: 'How many were taken over', content: json(z.strictObject({ carried: z.int() })) },
          ...problems('400', '404', '409', '422'),
        },
      },
    },
    '/assessments/{id}/actions/{action}': {
      get: {
        summary: 'An action',
        requestParams: { path: action },
        responses: { '200': answered('The action; its revision is the ETag'), ...problems('404', '409') },
      },
      put: {
        summary: 'Change an action; its notes stay',
        requestParams: { path: action, header: ifMatch },
        requestBody: { content: json(actionContentSchema), required: true },
        responses: {
          '200': answered('Changed; the new revision is the ETag'),
          ...problems('400', '404', '409', '412', '422', '428'),
        },
      },
      delete: {
        summary: 'Remove an action; the history keeps it',
        requestParams: { path: action, header: ifMatch },
        responses: { '204': { description: 'Removed' }, ...problems('400', '404', '409', '412', '428') },
      },
    },
    '/assessments/{id}/actions/{action}/notes': {
      post: {
        summary: 'Record progress; the same note twice is one',
        requestParams: { path: action },
        requestBody: { content: json(actionNoteSchema), required: true },
        responses: { '200': answered('The action with its notes'), ...problems('400', '404', '409', '422') },
      },
    },
    '/assessments/{id}/what-if': {
      post: {
        summary: 'The whole result with the chosen actions done and their evidence in force; nothing is stored',
        requestParams: { path: plan },
        requestBody: { content: json(whatIfRequestSchema), required: true },
        responses: {
          '200': { description: 'The result now and as planned', content: json(whatIfSchema) },
          ...problems('400', '404', '409', '422'),
        },
      },
    },
  };
}
