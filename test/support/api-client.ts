import assert from 'node:assert/strict';
import request from 'supertest';
import type { TestApp } from './start-app.ts';

export const exampleSetup = {
  checklist: { id: 'resilient-city' },
  city: '示例市',
  period: '2026 年度',
  referenceDate: '2026-11-30',
  profile: { smartRoads: true },
  scope: { areas: ['lifeline'] },
};

/** A request with the start token, as programs send it. */
export function api(app: TestApp) {
  return request.agent(app.url).set('Authorization', `Bearer ${app.token}`);
}

/** A request as a signed-in browser sends it. */
export async function browser(app: TestApp) {
  const agent = request.agent(app.url).set('Origin', app.url);
  await agent.post('/login').type('form').send({ token: app.token, next: '/' }).expect(303);
  return agent;
}

/** Gives the id. */
export async function createAssessment(app: TestApp, overrides: object = {}): Promise<string> {
  const response = await api(app)
    .post('/api/v1/assessments')
    .send({ ...exampleSetup, ...overrides });
  assert.equal(response.status, 201, response.text);
  return response.body.id;
}

/** Gives the new revision. */
export async function putAnswer(app: TestApp, address: { id: string; item: string; rev?: number }, answer: object) {
  const response = await api(app)
    .put(`/api/v1/assessments/${address.id}/answers/${address.item}`)
    .set('If-Match', `"${address.rev ?? 0}"`)
    .send(answer);
  assert.equal(response.status, 200, response.text);
  return Number(response.body.rev);
}
