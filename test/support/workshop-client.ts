import assert from 'node:assert/strict';
import request from 'supertest';
import { api, createAssessment } from './api-client.ts';
import type { TestApp } from './start-app.ts';

/** Three items: levels, levels, and a figure that nobody votes on. */
export const exampleItems = ['lifeline-asset-survey', 'lifeline-renewal-plan', 'lifeline-hydrants'];

export type TestWorkshop = {
  id: string;
  code: string;
  assessment: string;
  keys: { facilitator: string; coFacilitator: string; projector: string; scribe: string };
};

/** A request with a secret of the workshop. */
export function withSecret(app: Pick<TestApp, 'url'>, secret: string) {
  return request.agent(app.url).set('Authorization', `Bearer ${secret}`);
}

/** A workshop in `draft`, with a new assessment. */
export async function makeWorkshop(app: TestApp, overrides: object = {}): Promise<TestWorkshop> {
  const assessment = await createAssessment(app);
  const response = await api(app)
    .post('/api/v1/workshops')
    .send({ assessment, title: '示例会商', items: exampleItems, mode: 'anonymous', ...overrides });
  assert.equal(response.status, 201, response.text);
  const { id, code, facilitatorKey, coFacilitatorKey, projectorKey, scribeKey } = response.body;
  return {
    ...{ id, code, assessment },
    keys: {
      ...{ facilitator: facilitatorKey, coFacilitator: coFacilitatorKey },
      ...{ projector: projectorKey, scribe: scribeKey },
    },
  };
}

/** Gives commands on the present revision, one after another; each has to succeed. Gives the last snapshot. */
export async function command(
  app: TestApp,
  workshop: TestWorkshop,
  ...commands: (string | { command: string; [field: string]: unknown })[]
) {
  const facilitator = withSecret(app, workshop.keys.facilitator);
  const address = `/api/v1/workshops/${workshop.id}`;
  let { body } = await facilitator.get(address).expect(200);
  for (const each of commands) {
    const named = typeof each === 'string' ? { command: each } : each;
    const response = await facilitator.post(`${address}/commands`).send({ expectedRev: body.rev, ...named });
    assert.equal(response.status, 200, `${named.command}: ${response.text}`);
    body = response.body;
  }
  return body;
}

export type TestPhone = { token: string; seat: string };

export async function join(app: TestApp, { code }: TestWorkshop, body: object = {}): Promise<TestPhone> {
  const response = await request(app.url).post(`/api/v1/w/${code}/join`).send(body);
  assert.equal(response.status, 201, response.text);
  return { token: response.body.participant, seat: response.body.seat };
}

/** The answer, whatever it is. */
export function vote(app: TestApp, { code }: TestWorkshop, phone: TestPhone, body: object) {
  return withSecret(app, phone.token).post(`/api/v1/w/${code}/votes`).send(body);
}
