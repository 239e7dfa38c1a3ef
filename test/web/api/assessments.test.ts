import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment, exampleSetup, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

test('an assessment is created with Location and comes back as it was set up', async t => {
  const app = await startApp(t);
  const setup = {
    ...exampleSetup,
    unitCode: '340100',
    parentCode: '340000',
    due: '2026-12-15',
    scope: { areas: ['lifeline'], items: 'core' },
    policy: { bottomLineCap: true, bottomLinesOff: ['lifeline-asset-survey'] },
  };
  const created = await api(app).post('/api/v1/assessments').send(setup).expect(201);
  const { id, state, answers, checklist, ...rest } = created.body;
  assert.equal(created.headers.location, `/api/v1/assessments/${id}`);
  assert.deepEqual({ state, answers }, { state: 'open', answers: {} });
  assert.match(checklist.version, /^\d+\.\d+\.\d+$/);
  assert.deepEqual({ ...rest, checklist: { id: checklist.id } }, setup);
  const { body } = await api(app)
    .get(created.headers.location ?? '')
    .expect(200);
  assert.deepEqual(body, created.body);
  const list = await api(app).get('/api/v1/assessments').expect(200);
  const { answers: _none, ...entry } = created.body;
  assert.deepEqual(list.body, [entry]);
});

const bad: [what: string, overrides: object, path: string][] = [
  ['no city', { city: '' }, 'city'],
  ['an unknown checklist', { checklist: { id: 'nothing' } }, 'checklist'],
  ['an unknown version', { checklist: { id: 'resilient-city', version: '9.9.9' } }, 'checklist'],
  ['an unknown fact', { profile: { volcano: true } }, 'profile.volcano'],
  ['an unknown area', { scope: { areas: ['moon'] } }, 'scope.areas.0'],
  ['an item that is no bottom line', { policy: { bottomLinesOff: ['lifeline-hydrants'] } }, 'policy.bottomLinesOff.0'],
  ['a day that does not exist', { referenceDate: '2026-02-30' }, 'referenceDate'],
  ['an unknown key', { owner: 'me' }, 'owner'],
];

for (const [what, overrides, where] of bad) {
  test(`${what} is a 422 that names ${where}, and nothing is stored`, async t => {
    const app = await startApp(t);
    const response = await api(app)
      .post('/api/v1/assessments')
      .send({ ...exampleSetup, ...overrides })
      .expect(422);
    assert.ok(
      response.body.errors.some(({ path }: { path: string }) => path === where),
      response.text,
    );
    const list = await api(app).get('/api/v1/assessments');
    assert.deepEqual(list.body, []);
  });
}

test('unknown assessments are 404 everywhere', async t => {
  const app = await startApp(t);
  for (const id of ['nobody', '__proto__', '..%2F..%2Flocal-token', 'constructor']) {
    await api(app).get(`/api/v1/assessments/${id}`).expect(404);
    await api(app).get(`/api/v1/assessments/${id}/result`).expect(404);
    await api(app).put(`/api/v1/assessments/${id}/answers/lifeline-hydrants`).send({}).expect(404);
  }
  await api(app)
    .get('/api/v1/nothing')
    .expect(404)
    .expect('content-type', /problem\+json/);
});

test('checklists, their schema and the API description are there', async t => {
  const app = await startApp(t);
  const { body: list } = await api(app).get('/api/v1/checklists').expect(200);
  assert.deepEqual(
    list.map(({ id, areas, items }: Record<string, unknown>) => ({ id, areas, items })),
    [
      { id: 'resilient-city', areas: 12, items: 97 },
      { id: 'flood-season', areas: 5, items: 23 },
      { id: 'street-quick-check', areas: 5, items: 20 },
    ],
  );
  const { body: checklist } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  assert.equal(checklist.areas[0].items.length, 11);
  await api(app).get(`/api/v1/checklists/resilient-city/${checklist.version}`).expect(200);
  await api(app).get('/api/v1/checklists/resilient-city/0.0.9').expect(404);
  await api(app).get('/api/v1/checklists/nothing').expect(404);
  const schema = await api(app).get('/api/v1/checklist.schema.json').expect(200);
  assert.equal(JSON.parse(schema.text).type, 'object');
  await api(app).get('/api/v1/report.schema.json').expect(200);
  const { body: description } = await api(app).get('/api/v1/openapi.json').expect(200);
  assert.ok(description.paths['/assessments/{id}/answers/{item}'].put);
});

test('a checklist that comes out of the API can be scored again', async t => {
  const app = await startApp(t);
  const { body: checklist } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  const id = await createAssessment(app, { scope: {}, policy: { bottomLineCap: true } });
  await putAnswer(app, { id, item: 'lifeline-hydrants' }, { answer: 'scored', value: 96 });
  const { body: result } = await api(app).get(`/api/v1/assessments/${id}/result`).expect(200);
  const { body: scored } = await api(app)
    .post('/api/v1/score')
    .send({
      checklist,
      answers: { 'lifeline-hydrants': { answer: 'scored', value: 96 } },
      referenceDate: exampleSetup.referenceDate,
      profile: exampleSetup.profile,
    })
    .expect(200);
  assert.deepEqual(scored, result);
  assert.equal(result.claimed.areas.lifeline.score, 80);
});
