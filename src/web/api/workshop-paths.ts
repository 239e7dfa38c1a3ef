import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { ballotSchema } from '#workshop/ballot-box.ts';
import { voteSchema } from '#workshop/cast-vote.ts';
import { newWorkshopSchema } from '#workshop/create-workshop.ts';
import { keyRequestSchema } from '#workshop/issue-key.ts';
import { keyRoleSchema, roleSchema } from '#workshop/role.ts';
import { snapshotSchema } from '#workshop/snapshot.ts';
import { objectionBodySchema, questionBodySchema } from '#workshop/take-part.ts';
import { commandNames, workshopCommandSchema } from '#workshop/workshop-command.ts';
import { joinSchema, rejoinSchema } from '../workshop/take-seat.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const ok = (description: string, schema: z.ZodType) => ({ '200': { description, content: json(schema) } });

const snapshot = snapshotSchema.meta({
  id: 'WorkshopState',
  description: 'What the caller’s role may know at this moment; results only where they may be seen',
});

const problemSchema = z
  .object({
    ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string() },
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    state: snapshot.optional(),
    reason: z.string().optional(),
    possible: z.array(z.enum(commandNames)).optional(),
    counted: ballotSchema.optional(),
    last: z.object({ command: z.string(), role: roleSchema, at: z.string() }).optional(),
    rev: z.int().optional(),
  })
  .meta({
    id: 'WorkshopProblem',
    description:
      'RFC 9457; with 409 the present `state`, for a key the present `rev`; for a vote the `reason` and what is `counted` of the voter, for a command that is no step those that are `possible`, for a late one what was done `last`',
  });

const reasons = {
  '401': 'Without a secret of this workshop, or with a wrong one, which is answered late',
  '403': 'The role may not do this',
  '404': 'Unknown; a wrong code is answered late',
  '409': 'Not from the present `state`; nothing was done',
  '410': 'The workshop is finished and its seats are deleted',
  '422': 'Faulty input; `errors` names every fault',
  '429': 'Too many wrong guesses at the moment',
  '507': 'It could not be stored: a vote is not counted',
};

const problems = (...statuses: (keyof typeof reasons)[]) =>
  Object.fromEntries(
    statuses.map(status => [
      status,
      { description: reasons[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );

const code = z.object({
  code: z.string().meta({ description: 'The join code; small letters and spaces are all right' }),
});
const id = z.object({ id: z.string() });
const role = z.object({
  role: z
    .string()
    .optional()
    .meta({ description: 'Which of several cookies is meant, or what the start token acts as' }),
});
const seatSchema = z.object({
  participant: z.string().meta({ description: 'The secret of the phone' }),
  seat: z.string().meta({ description: 'Reclaims the seat on another phone' }),
});

type Post = { summary: string; path: z.ZodObject; body: z.ZodType; answer: object; refused: (keyof typeof reasons)[] };

function post({ summary, path, body, answer, refused }: Post): ZodOpenApiOperationObject {
  return {
    summary,
    requestParams: { path },
    requestBody: { content: json(body), required: true },
    responses: { ...answer, ...problems(...refused, '422', '507') },
  };
}

const madeSchema = z.object({
  ...{ id: z.string(), code: z.string(), rev: z.int() },
  ...{ facilitatorKey: z.string(), coFacilitatorKey: z.string(), projectorKey: z.string(), scribeKey: z.string() },
});

const made: ZodOpenApiOperationObject = {
  summary: 'Make a workshop; its keys are told here and never again',
  requestBody: { content: json(newWorkshopSchema), required: true },
  responses: { '201': { description: 'Made', content: json(madeSchema) }, ...problems('401', '422', '507') },
};

const issued = {
  '201': {
    description: 'Issued; told here and, to the same call within a minute, once more',
    content: json(z.object({ role: keyRoleSchema, key: z.string(), link: z.string(), rev: z.int() })),
  },
};

/** What was shown and recorded for every item, and nothing by voter. */
const minutesSchema = z
  .looseObject({
    id: z.string(),
    assessment: z.string(),
    title: z.string(),
    items: z.array(z.looseObject({ item: z.string() })),
  })
  .meta({ id: 'WorkshopMinutes' });

const seated = (status: '200' | '201') => ({ [status]: { description: 'Seated', content: json(seatSchema) } });
const accepted = ok('Accepted', z.object({ rev: z.int() }));

/** The workshop part of the description of the API, made from the schemas that the routes use. */
export const workshopPaths: ZodOpenApiPathsObject = {
  '/workshops': { post: made },
  '/workshops/{id}': {
    get: {
      summary: 'The state for the caller’s role',
      requestParams: { path: id, query: role },
      responses: { ...ok('The state', snapshot), ...problems('401', '404') },
    },
  },
  '/workshops/{id}/commands': {
    post: post({
      ...{ summary: 'Give a command', path: id, body: workshopCommandSchema },
      ...{ answer: ok('Done, now or before; the state', snapshot), refused: ['401', '403', '404', '409'] },
    }),
  },
  '/workshops/{id}/keys': {
    post: post({
      summary:
        'Replace the key of a role; the old one ends at once. The start token for every role, the facilitator for the roles below',
      ...{ path: id, body: keyRequestSchema, answer: issued, refused: ['401', '403', '404', '409'] },
    }),
  },
  '/workshops/{id}/minutes': {
    get: {
      summary: 'The minutes so far',
      requestParams: { path: id },
      responses: { ...ok('The minutes', minutesSchema), ...problems('401', '403', '404') },
    },
  },
  '/w/{code}/join': {
    post: post({
      ...{ summary: 'Take a seat', path: code, body: joinSchema, answer: seated('201') },
      refused: ['404', '409', '429'],
    }),
  },
  '/w/{code}/rejoin': {
    post: post({
      ...{ summary: 'Reclaim a seat on another phone', path: code, body: rejoinSchema, answer: seated('200') },
      refused: ['401', '404', '409', '429'],
    }),
  },
  '/w/{code}/state': {
    get: {
      summary: 'The state for the caller’s role; 304 where If-None-Match still holds',
      requestParams: { path: code, query: role },
      responses: { ...ok('The state', snapshot), ...problems('401', '404', '410', '429') },
    },
  },
  '/w/{code}/events': {
    get: {
      summary:
        'Server-Sent Events: `state` with the whole state, `trouble`, `beat` every 15 seconds, `gone` as the last one when the seat moved to another phone or the key was replaced',
      requestParams: { path: code, query: role },
      responses: {
        '200': { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
        ...problems('401', '404', '410', '429'),
      },
    },
  },
  '/w/{code}/votes': {
    post: post({
      ...{ summary: 'Vote; the last vote of an open round counts', path: code, body: voteSchema },
      answer: ok('Stored and counted', voteSchema.pick({ value: true, round: true }).extend({ rev: z.int() })),
      refused: ['401', '403', '404', '409', '410'],
    }),
  },
  '/w/{code}/objections': {
    post: post({
      ...{ summary: '“Can you live with this?”', path: code, body: objectionBodySchema, answer: accepted },
      refused: ['401', '403', '404', '409', '410'],
    }),
  },
  '/w/{code}/questions': {
    post: post({
      ...{ summary: 'A question for later', path: code, body: questionBodySchema, answer: accepted },
      refused: ['401', '403', '404', '409', '410'],
    }),
  },
};
