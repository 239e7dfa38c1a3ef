import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const item = 'lifeline-asset-survey';
const content = { item, target: 5, evidence: ['audit'], measure: '全部查明', cost: { band: '50-200', estimate: 120 } };

test('actions through the API', async suite => {
  const app = await startApp(suite);
  const call = api(app);
  const id = await createAssessment(app);
  await putAnswer(app, { id, item }, { answer: 'scored', value: 3, evidence: [{ kind: 'document', title: '报告' }] });
  const base = `/api/v1/assessments/${id}/actions`;

  await suite.test('one is planned, read, changed and removed', async () => {
    const made = await call.post(base).send(content).expect(201);
    assert.equal(made.headers.etag, '"1"');
    const address = made.headers.location ?? '';
    assert.equal((await call.get(address).expect(200)).body.status, 'planned');
    await call.put(address).send(content).expect(428);
    await call.put(address).set('If-Match', 'yes').send(content).expect(400);
    const changed = await call
      .put(address)
      .set('If-Match', '"1"')
      .send({ ...content, status: 'running' })
      .expect(200);
    assert.deepEqual([changed.headers.etag, changed.body.status], ['"2"', 'running']);
    const stale = await call
      .put(address)
      .set('If-Match', '"1"')
      .send({ ...content, target: 4 })
      .expect(412);
    assert.deepEqual([stale.headers.etag, stale.body.current.status], ['"2"', 'running']);
    await call
      .put(address)
      .set('If-Match', '"1"')
      .send({ ...content, target: 9 })
      .expect(422);
    await call.delete(address).set('If-Match', '"2"').expect(204);
    await call.get(address).expect(404);
    await call.put(address).send(content).expect(404);
  });

  await suite.test('what is wrong is named with its path, what is there already is not planned twice', async () => {
    const { body } = await call
      .post(base)
      .send({ ...content, target: 2, lead: 'nobody' })
      .expect(422);
    assert.deepEqual(
      body.errors.map(({ path }: { path: string }) => path),
      ['target', 'lead'],
    );
    const { headers } = await call.post(base).send(content).expect(201);
    assert.equal((await call.post(base).send(content).expect(422)).body.errors[0].path, 'measure');
    await call
      .delete(headers.location ?? '')
      .set('If-Match', '"1"')
      .expect(204);
    await call.post(base).type('text/plain').send('x').expect(400);
    await call.post('/api/v1/assessments/nothing/actions').send(content).expect(404);
  });

  await suite.test('a what-if tells the result as planned and stores nothing', async () => {
    const { body: action } = await call.post(base).send(content).expect(201);
    const before = (await call.get(`/api/v1/assessments/${id}/result`)).body;
    const { body } = await call
      .post(`/api/v1/assessments/${id}/what-if`)
      .send({ actions: [action.id, action.id] })
      .expect(200);
    assert.deepEqual(body.now.claimed.shown, before.claimed.shown);
    assert.ok(body.planned.claimed.overall.low > body.now.claimed.overall.low);
    assert.deepEqual(body.cost, { from: 120, to: 120, missing: 0 });
    assert.deepEqual((await call.get(`/api/v1/assessments/${id}/result`)).body, before);
    const unknown = await call
      .post(`/api/v1/assessments/${id}/what-if`)
      .send({ actions: ['ghost'] })
      .expect(422);
    assert.equal(unknown.body.errors[0].path, 'actions.0');
  });

  await suite.test('progress is recorded, the same note once', async () => {
    const { body: action } = await call
      .post(base)
      .send({ ...content, measure: '另一条' })
      .expect(201);
    const notes = `${base}/${action.id}/notes`;
    for (let twice = 0; twice < 2; twice++) await call.post(notes).send({ on: '2026-11-01', text: '进场' }).expect(200);
    const { body } = await call.get(`${base}/${action.id}`).expect(200);
    assert.deepEqual([body.notes.length, body.rev], [1, 1]);
    assert.equal((await call.post(notes).send({ on: 'x', text: '' }).expect(422)).body.errors.length, 2);
  });

  await suite.test('every address stands in the description', async () => {
    const { body } = await call.get('/api/v1/openapi.json').expect(200);
    const described = Object.keys(body.paths).filter(path => /actions|what-if/.test(path));
    assert.deepEqual(described.map(path => path.replace('/assessments/{id}', '')).sort(), [
      '/actions',
      '/actions/carry',
      '/actions/{action}',
      '/actions/{action}/notes',
      '/what-if',
    ]);
  });
});
